import AgentRuns
import RunStatistics

/// Two sets of runs held against each other, row by row, and judged together.
struct Comparison: Sendable {
    let a: ComparisonSide
    let b: ComparisonSide
    /// By agent, then by metric; nothing that either side has is left out.
    let rows: [ComparisonRow]
    /// How many rows were tested together.
    let tested: Int
    let rules: VerdictRules

    /// Whether it is of the newest run of every series against its history, rather than of two sides.
    var isOfNewestRuns: Bool { b.runs.isEmpty }

    private init(a: ComparisonSide, b: ComparisonSide, rows: [ComparisonRow], tested: Int, rules: VerdictRules) {
        self.a = a
        self.b = b
        self.rows = rows
        self.tested = tested
        self.rules = rules
    }

    /// - Parameter metrics: what to compare, in the order of the rows.
    init(_ a: ComparisonSide, _ b: ComparisonSide, in model: SiteModel, metrics: [String]? = nil) {
        let wanted = metrics.map { $0.map(MetricID.init(rawValue:)) } ?? Measure.judged
        let samplesA = a.samples(of: wanted, only: metrics)
        let samplesB = b.samples(of: wanted, only: metrics)
        var rows = ComparedRows(samplesA, samplesB, rules: model.rules).rows
        if b.runs.count == 1 {
            for place in rows.indices { rows[place].attach(b.runs[0], model.acknowledged) }
        }
        self.init(a, b, judging: rows, rules: model.rules)
    }

    /// Gives every row that can be tested its verdict, holding the false discovery rate over all of them together.
    init(_ sideA: ComparisonSide, _ sideB: ComparisonSide, judging rows: [ComparisonRow], rules: VerdictRules) {
        let members = rows.enumerated().compactMap { place, row in
            row.difference.map { (place: place, difference: $0, better: row.better) }
        }
        let judgements = Family.judge(members.map { ($0.difference, $0.better) }, rules: rules)
        var rows = rows
        for (member, judgement) in zip(members, judgements) {
            rows[member.place].verdict = judgement.verdict
            rows[member.place].pAdjusted = judgement.pAdjusted
        }
        self.init(a: sideA, b: sideB, rows: rows, tested: judgements.count { $0.pAdjusted != nil }, rules: rules)
    }
}

extension ComparisonRow {
    /// Says which run the row is about, and who acknowledged what it shows.
    fileprivate mutating func attach(_ run: Run, _ acknowledged: [Acknowledgement]) {
        self.run = run
        acknowledgement = acknowledged.first { entry in
            entry.run == run.id && entry.metric.rawValue == metric.id && (entry.slot == nil || entry.slot == agent.slot)
        }
    }
}

extension ComparisonSide {
    fileprivate func samples(of metrics: [MetricID], only: [String]?) -> [ComparisonSample] {
        runs.flatMap { run in
            run.samples(of: metrics).filter { sample in
                (configuration.map(sample.agent.has) ?? true) && (only?.contains(sample.metric.id) ?? true)
            }
        }
    }
}

extension Comparison {
    /// Whether rows have to name their programs to be told apart.
    var namesPrograms: Bool { Set(rows.map(\.agent.program)).count > 1 }

    /// The rows that fail a gate: regressions that nobody acknowledged.
    var openRegressions: [ComparisonRow] { rows.filter { $0.verdict == .regression && $0.acknowledgement == nil } }

    /// The rows with what was found first: by certainty, then everything else in its order.
    var rowsByCertainty: [ComparisonRow] {
        rows.enumerated().sorted { left, right in
            (left.element.rank, left.element.pAdjusted ?? 2, left.offset) < (right.element.rank, right.element.pAdjusted ?? 2, right.offset)
        }.map(\.element)
    }

    /// Whether every side has one run: then there are differences and no verdicts.
    var isOfSingleRuns: Bool { a.runs.count == 1 && b.runs.count == 1 }
}

extension ComparisonRow {
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
