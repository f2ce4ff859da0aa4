import AgentRuns

extension ComparedSubject {
    /// The subject as it stands in a heading: `Python against Rust, num_ctx 512 against 1024, build 6865 to build 7356`; `nil` where the sides
    /// differ in nothing as a whole.
    var phrase: String? {
        let all = phrases
        if all.isEmpty { return nil }
        let rest = all.count - Self.named
        return all.prefix(Self.named).joined(separator: ", ") + (rest > 0 ? " and \(counted(rest, "more difference"))" : "")
    }

    /// What the heading leaves out.
    var furtherPhrases: [String] { Array(phrases.dropFirst(Self.named)) }

    /// `concurrency 8 against 16`; `nil` where the sides did some of the same work.
    var workPhrase: String? { work.isEmpty ? nil : work.map(\.phrase).joined(separator: ", ") }

    /// How many differences a heading names.
    private static let named = 3

    /// Each difference once: a benchmark's program and agent have one name, and so may a program and its language.
    private var phrases: [String] {
        var said: Set<String> = []
        return (across.map(\.phrase) + versions.map(\.versionPhrase)).filter { said.insert($0.lowercased()).inserted }
    }
}

extension ComparedSubject.Difference {
    /// `Python against Rust`, `num_ctx 512 against 1024`, `hardware not recorded against GPU Y`.
    fileprivate var phrase: String {
        let isAlone = fact.isSpokenAlone && !a.contains(nil) && !b.contains(nil)
        return (isAlone ? "" : "\(fact.name) ") + "\(list(a)) against \(list(b))"
    }

    /// `build 6865 to build 7356`.
    fileprivate var versionPhrase: String { "\(fact.name) \(list(a)) to \(fact.name) \(list(b))" }

    /// The first values, and how many more there are.
    private func list(_ values: [OptionValue?]) -> String {
        let words = values.map { $0.map(fact.text) ?? fact.missing }
        if words.count > 3 { return words.prefix(2).joined(separator: ", ") + " and \(counted(words.count - 2)) more" }
        return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and \(words[words.count - 1])"
    }
}

extension ComparedFact {
    /// A value as it stands in a heading, where languages have a capital.
    fileprivate func text(_ value: OptionValue) -> String {
        self == .option("language") ? value.description.capitalizedFirst : value.description
    }

    /// A value as it stands in a label: `num_ctx 512`, `GPU Y`.
    func label(_ value: OptionValue) -> String { isSpokenAlone ? value.description : "\(name) \(value)" }
}
