import AgentRuns

/// What two sides differ in as a whole, having no value in common: what they are compared across, and what is said of the comparison as a whole.
struct ComparedSubject: Sendable {
    /// A fact with every value that each side has of it; `nil` is one where it is not known.
    struct Difference: Sendable {
        let fact: ComparedFact
        let a: [OptionValue?]
        let b: [OptionValue?]
    }

    /// What rows are made across.
    let across: [Difference]
    /// The versions that the sides were measured with, which no row is told apart by.
    let versions: [Difference]
    /// What keeps the sides apart, because work is only held against the same work.
    let work: [Difference]

    /// That of no sides.
    static let none = ComparedSubject([], [], versions: ([], []))

    /// - Parameters:
    ///   - a: the agents of one side, each once.
    ///   - versions: the versions of each side's runs.
    init(_ a: [ComparedAgent], _ b: [ComparedAgent], versions: (a: [MeasuredVersions], b: [MeasuredVersions])) {
        let names = (a + b).map(\.options).optionNames
        let differences = ([.program, .model, .scenario, .slot] + names.map(ComparedFact.option)).compactMap { fact in
            Difference(fact, a.values(of: fact), b.values(of: fact))
        }
        across = differences.filter { !$0.fact.isWork }
        work = differences.filter(\.fact.isWork)
        self.versions = MeasuredVersions.fields.filter { !names.contains($0) }.compactMap { field in
            Difference(.option(field), versions.a.flatMap { $0.values(of: field) }, versions.b.flatMap { $0.values(of: field) })
        }
    }
}

extension [ComparedAgent] {
    /// The agents of a run together have no slot of their own.
    fileprivate func values(of fact: ComparedFact) -> [OptionValue?] { filter { fact != .slot || !$0.isTogether }.map { $0[fact] } }
}

extension ComparedSubject.Difference {
    /// `nil` where the sides have a value in common, or one of them none at all.
    fileprivate init?(_ fact: ComparedFact, _ a: [OptionValue?], _ b: [OptionValue?]) {
        let (valuesA, valuesB) = (Set(a), Set(b))
        guard !valuesA.isEmpty, !valuesB.isEmpty, valuesA.isDisjoint(with: valuesB) else { return nil }
        self.init(fact: fact, a: [OptionValue?].inOrder(valuesA), b: .inOrder(valuesB))
    }
}

extension [OptionValue?] {
    /// Distinct values in their order, first that none is known.
    static func inOrder(_ values: Set<OptionValue?>) -> [OptionValue?] {
        values.sorted { left, right in
            guard let left, let right else { return left == nil && right != nil }
            return left.isBefore(right)
        }
    }
}
