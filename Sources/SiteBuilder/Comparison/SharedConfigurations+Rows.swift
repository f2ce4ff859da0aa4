import AgentRuns
import RunStatistics

extension SharedConfigurations {
    /// A row for each metric, kind of value and role that enough configurations have on both sides.
    ///
    /// Only ratios are held together, of each configuration to itself; values of unlike ones are never pooled. Where one agent of a side stands
    /// against several of the other, each of those has a row of its own, so that no value counts twice in one.
    /// - Parameters:
    ///   - single: rows of single agents.
    ///   - across: what the sides are compared across.
    static func rows(over single: [ComparisonRow], across: [ComparedFact], rules: VerdictRules) -> [ComparisonRow] {
        let names = Set(single.map(\.agent.options)).optionNames
        let facts = [.model] + names.map(ComparedFact.option)
        var keys: [Key] = []
        var groups: [Key: [ComparisonRow]] = [:]
        for row in single {
            guard let key = Key(row, without: facts.filter { !across.contains($0) }) else { continue }
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(row)
        }
        var rows = keys.compactMap { ComparisonRow(over: groups[$0] ?? [], facts, rules) }
        // Each row has looked for outlying configurations, and all of them together name a false one no oftener than one alone may.
        for place in rows.indices { rows[place].shared = rows[place].shared?.paying(for: rows.count, rules) }
        return ComparedRows.inOrder(rows, names: names)
    }

    private func paying(for rows: Int, _ rules: VerdictRules) -> SharedConfigurations {
        let paid = outlying.map { Outlying(agent: $0.agent, ratio: $0.ratio, p: min(1, $0.p * Double(rows))) }
        return SharedConfigurations(count: count, varying: varying, outlying: paid.filter { $0.p <= rules.falseDiscoveryRate })
    }

    private struct Key: Hashable {
        let role: ComparedAgent
        let metric: ComparedMetric
        let kind: String

        /// - Returns: `nil` for a row that is no pair of figures that can be judged.
        init?(_ row: ComparisonRow, without facts: [ComparedFact]) {
            guard let pair = row.pair, PairedRatios.hasRatio(pair), row.better != .neither, !row.metric.isShare, let kind = row.kinds.first else {
                return nil
            }
            role = row.agent.without(facts)
            metric = row.metric
            self.kind = kind
        }
    }
}

extension ComparisonRow {
    /// The central values of both sides, where they can be compared.
    fileprivate var pair: (a: Double, b: Double)? { difference.map { ($0.a.value, $0.b.value) } }

    /// - Parameter facts: what the rows may differ in.
    /// - Returns: `nil` where they are too few for a verdict.
    fileprivate init?(over rows: [ComparisonRow], _ facts: [ComparedFact], _ rules: VerdictRules) {
        let pairs = rows.compactMap(\.pair)
        guard rows.count >= rules.leastPairs, let first = rows.first, let ratios = PairedRatios(pairs, rules: rules) else { return nil }
        let varying = facts.filter { fact in Set(rows.map { $0.agent[fact] }).count > 1 }
        let difference = Difference(ratios, rules: rules)
        self.init(
            agent: first.agent.without(varying), metric: first.metric, kinds: first.kinds, a: difference.a, b: difference.b, difference: difference,
            better: first.better, verdict: .notEnoughData, pAdjusted: nil)
        let outlying = ratios.outlying.map { pair in
            SharedConfigurations.Outlying(agent: rows[pair.index].agent, ratio: pairs[pair.index].b / pairs[pair.index].a, p: pair.p)
        }
        shared = SharedConfigurations(
            count: ratios.n, varying: varying,
            outlying: outlying.enumerated().sorted { ($0.element.p, $0.offset) < ($1.element.p, $1.offset) }.map(\.element))
    }
}
