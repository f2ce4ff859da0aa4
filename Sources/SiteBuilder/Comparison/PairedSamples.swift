import AgentRuns
import RunStatistics

/// The samples of one agent and metric on both sides.
struct PairedSamples {
    private let a: [ComparisonSample]
    private let b: [ComparisonSample]

    init(_ a: [ComparisonSample], _ b: [ComparisonSample]) {
        self.a = a
        self.b = b
    }

    /// The row, not yet judged; `nil` where there is nothing to say, as of failures where nothing failed.
    func row(of agent: ComparedAgent, rules: VerdictRules) -> ComparisonRow? {
        guard let metric = (a.first ?? b.first)?.metric else { return nil }
        if metric.isShare { return shareRow(of: agent, metric, rules: rules) }
        let (valuesA, valuesB) = (Self.values(a), Self.values(b))
        // What was measured on neither side is no row; that everything failed is said by the row of failures.
        if valuesA.isEmpty, valuesB.isEmpty { return nil }
        let (kindsA, kindsB) = (Set(a.compactMap(\.kind)), Set(b.compactMap(\.kind)))
        let all = kindsA.union(kindsB)
        let kinds = all.map(\.name).sorted()
        let isOfOneKind = kindsA == kindsB && all.count == 1
        let difference = isOfOneKind ? Difference.between(valuesA, valuesB, rules: rules) : nil
        let (failedA, failedB) = (!a.isEmpty && valuesA.isEmpty, !b.isEmpty && valuesB.isEmpty)
        let verdict: VerdictWord =
            if valuesB.isEmpty {
                failedB ? .failed : .removed
            } else if valuesA.isEmpty {
                failedA ? .failed : .added
            } else {
                isOfOneKind ? .notEnoughData : .notComparable
            }
        return ComparisonRow(
            agent: agent, metric: metric, kinds: kinds, a: difference?.a ?? Center(valuesA, of: kindsA),
            b: difference?.b ?? Center(valuesB, of: kindsB),
            difference: difference, better: all.allSatisfy(\.isJudged) ? Better(metric.direction) : .neither, verdict: verdict, pAdjusted: nil,
            hasFailed: (failedA, failedB))
    }

    /// Failures and contention: how often, out of how many.
    private func shareRow(of agent: ComparedAgent, _ metric: ComparedMetric, rules: VerdictRules) -> ComparisonRow? {
        let (triedA, triedB) = (a.compactMap(\.attempts), b.compactMap(\.attempts))
        guard (triedA + triedB).contains(where: { $0.failed > 0 }) else { return nil }
        guard let difference = Difference.ofAttempts(triedA, triedB, rules: rules)?.inPercent else { return nil }
        let isJudged = (a + b).allSatisfy { $0.kind?.isJudged ?? true }
        return ComparisonRow(
            agent: agent, metric: metric, kinds: [metric.unit], a: difference.a, b: difference.b, difference: difference,
            better: isJudged ? Better(metric.direction) : .neither, verdict: .notEnoughData, pAdjusted: nil)
    }

    /// One value a run, since calls and agents of one run are not independent.
    private static func values(_ samples: [ComparisonSample]) -> [Double] {
        let byRun = Dictionary(grouping: samples.filter { $0.value != nil }, by: \.run)
        return byRun.sorted { $0.key < $1.key }.map { RunStatistics.median($0.value.compactMap(\.value)) }
    }
}

extension Center {
    /// The median of values on their own; `nil` without any, and for values of several kinds, which have none in common.
    fileprivate init?(_ values: [Double], of kinds: Set<SampleKind>) {
        guard !values.isEmpty, kinds.count == 1 else { return nil }
        self.init(n: values.count, value: RunStatistics.median(values), interval: RunStatistics.medianInterval(of: values, confidence: 0.95))
    }
}
