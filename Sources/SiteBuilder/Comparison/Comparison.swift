import AgentRuns
import RunStatistics

/// Two sets of runs held against each other, row by row, and judged together.
struct Comparison: Sendable {
    let a: ComparisonSide
    let b: ComparisonSide
    /// What the sides differ in as a whole.
    let subject: ComparedSubject
    /// Those over shared configurations, then those of single ones; by agent, then by metric. Nothing that either side has is left out.
    let rows: [ComparisonRow]
    /// How many rows have a p value.
    private let testedRows: Int
    let rules: VerdictRules
    let labels: ComparisonLabels
    /// The sides of which every run is excluded, with the reasons: `Every run of B is excluded: the fan had stopped.`
    private(set) var exclusions: [String] = []
    /// What the series' newest states come to, where it is of those.
    var changes: ChangeWords?

    /// How many rows were tested together; a series is, before its newest run fails.
    var tested: Int { changes?.tested ?? testedRows }

    /// Whether it is of the newest run of every series against its history, rather than of two sides.
    var isOfNewestRuns: Bool { b.runs.isEmpty }

    /// - Parameter metrics: what to compare, in the order of the rows.
    init(_ a: ComparisonSide, _ b: ComparisonSide, in model: SiteModel, metrics: [String]? = nil) {
        let (samplesA, samplesB) = (a.samples(of: metrics, in: model), b.samples(of: metrics, in: model))
        let subject = ComparedSubject(
            Array(Set(samplesA.map(\.agent))), Array(Set(samplesB.map(\.agent))),
            versions: (a.runs.map { MeasuredVersions(model.observations(of: $0)) }, b.runs.map { MeasuredVersions(model.observations(of: $0)) }))
        let across = subject.across.map(\.fact)
        var rows = ComparedRows(samplesA, samplesB, across: across, rules: model.rules).rows
        for place in rows.indices { rows[place].attach(model.excluded, from: a, b) }
        if b.runs.count == 1 {
            for place in rows.indices { rows[place].attach(b.runs[0], model.acknowledged) }
        }
        rows = SharedConfigurations.rows(over: rows, across: across, rules: model.rules) + rows
        self.init(a, b, judging: rows, across: subject, rules: model.rules)
        exclusions = [("A", a), ("B", b)].compactMap { $1.exclusion(called: $0, in: model) }
    }

    /// Rows that have their verdicts already.
    init(
        _ sideA: ComparisonSide, _ sideB: ComparisonSide, judged rows: [ComparisonRow], across subject: ComparedSubject = .none,
        rules: VerdictRules
    ) {
        a = sideA
        b = sideB
        self.subject = subject
        self.rows = rows
        testedRows = rows.count { $0.pAdjusted != nil }
        self.rules = rules
        labels = ComparisonLabels(rows)
    }

    /// Gives every row that can be tested its verdict, holding the false discovery rate over all of them together.
    init(
        _ a: ComparisonSide, _ b: ComparisonSide, judging rows: [ComparisonRow], across subject: ComparedSubject = .none, rules: VerdictRules
    ) {
        let members = rows.enumerated().compactMap { place, row in
            row.difference.map { (place: place, difference: $0, better: row.better) }
        }
        let judgements = Family.judge(
            members.map { ($0.difference, $0.better) }, strata: members.map { rows[$0.place].metric.isTail }, rules: rules)
        var rows = rows
        for (member, judgement) in zip(members, judgements) {
            rows[member.place].verdict = judgement.verdict
            rows[member.place].pAdjusted = judgement.pAdjusted
        }
        self.init(a, b, judged: rows, across: subject, rules: rules)
    }
}

extension ComparisonRow {
    /// Says which run the row is about, and who acknowledged what it shows.
    fileprivate mutating func attach(_ run: Run, _ acknowledged: [Acknowledgement]) {
        self.run = run
        acknowledgement = acknowledged.first { entry in
            entry.run == run.id && entry.metric.rawValue == metric.id && (entry.slot == nil || entry.slot == agent.role)
        }
    }
}

extension ComparisonSide {
    fileprivate func samples(of asked: [String]?, in model: SiteModel) -> [ComparisonSample] {
        let metrics = asked.map { $0.map(MetricID.init(rawValue:)) } ?? Measure.judged
        return runs.flatMap { run in
            run.samples(of: metrics, in: model).filter { sample in
                (configuration.map(sample.agent.has) ?? true) && (asked?.contains(sample.metric.id) ?? true)
            }
        }
    }
}

extension Comparison {
    /// The rows that fail a gate: regressions that nobody acknowledged, and what B tried and could not do.
    var openRegressions: [ComparisonRow] {
        rows.filter(\.isOpen)
    }

    /// The rows with what was found first: two sides' by certainty, those of series as changes are listed everywhere; then everything else in its order.
    var rowsByCertainty: [ComparisonRow] {
        if isOfNewestRuns {
            return rows.enumerated().sorted { left, right in
                left.element.order == right.element.order
                    ? (left.element.rank, left.offset) < (right.element.rank, right.offset) : left.element.order < right.element.order
            }.map(\.element)
        }
        return rows.enumerated().sorted { left, right in
            (left.element.rank, left.element.pAdjusted ?? 2, left.offset) < (right.element.rank, right.element.pAdjusted ?? 2, right.offset)
        }.map(\.element)
    }

    /// Whether every side has one run: then there are differences and no verdicts.
    var isOfSingleRuns: Bool { a.runs.count == 1 && b.runs.count == 1 }
}

extension ComparisonRow {
    /// Whether it fails a gate.
    var isOpen: Bool { acknowledgement == nil && (verdict == .regression || (verdict == .failed && hasFailed.b && !hasFailed.a)) }

    /// Its place in the order in which changes are listed everywhere.
    var order: ChangeOrder { ChangeOrder(verdict, isAcknowledged: acknowledgement != nil, isShare: metric.isShare, difference) }

    fileprivate var rank: Int {
        switch verdict {
        case .regression: 0
        case .improvement: 1
        case .failed: 2
        case .noChange: 3
        case .notEnoughData: 4
        case .notComparable: 5
        case .added: 6
        case .removed: 7
        }
    }
}
