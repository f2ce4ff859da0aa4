import AgentRuns
import RunStatistics

/// Pairs the samples of two sides into rows: alike in everything but what the sides are compared across, and nothing pooled to make them so.
struct ComparedRows {
    let rows: [ComparisonRow]

    /// - Parameter across: the facts that the sides have no value in common of.
    init(_ a: [ComparisonSample], _ b: [ComparisonSample], across: [ComparedFact], rules: VerdictRules) {
        var groups: [RowKey: SampleGroup] = [:]
        for sample in a { groups[RowKey(sample, without: across), default: SampleGroup()].a[sample.agent, default: []].append(sample) }
        for sample in b { groups[RowKey(sample, without: across), default: SampleGroup()].b[sample.agent, default: []].append(sample) }
        let names = Set((a + b).map(\.agent.options)).optionNames
        let drafts = groups.values.flatMap { group in
            group.pairs(across: across, names: names).compactMap { $0.samples.row(of: $0.agent, rules: rules) }
        }
        rows = Self.inOrder(drafts, names: names)
    }

    /// By agent, then by metric.
    ///
    /// - Parameter names: the options of all agents, in the order in which options are shown.
    static func inOrder(_ rows: [ComparisonRow], names: [String]) -> [ComparisonRow] {
        rows.enumerated().sorted { left, right in
            if left.element.agent != right.element.agent {
                if left.element.agent.isBefore(right.element.agent, names: names) { return true }
                if right.element.agent.isBefore(left.element.agent, names: names) { return false }
            }
            let (own, other) = (left.element.metric, right.element.metric)
            return (own.order, own.id, own.name, left.offset) < (other.order, other.id, other.name, right.offset)
        }.map(\.element)
    }

    private struct RowKey: Hashable {
        let agent: ComparedAgent
        /// By its name, too: failures are counted in several things.
        let metric: [String]

        init(_ sample: ComparisonSample, without across: [ComparedFact]) {
            agent = sample.agent.without(across)
            metric = [sample.metric.id, sample.metric.name]
        }
    }
}

/// The samples of one metric that agree in all that the sides share, by whom they are of.
private struct SampleGroup {
    var a: [ComparedAgent: [ComparisonSample]] = [:]
    var b: [ComparedAgent: [ComparisonSample]] = [:]

    /// What is held against each other: one agent of a side against each of the other's. Where both sides have several, nobody can say which
    /// belongs to which, and each stands alone.
    func pairs(across: [ComparedFact], names: [String]) -> [(agent: ComparedAgent, samples: PairedSamples)] {
        let (agentsA, agentsB) = (sorted(a, names), sorted(b, names))
        let (rowAgentsA, rowAgentsB) = (Self.rowAgents(agentsA, across), Self.rowAgents(agentsB, across))
        func alone(_ agents: [ComparedAgent], _ rowAgents: [ComparedAgent], isA: Bool) -> [(agent: ComparedAgent, samples: PairedSamples)] {
            zip(agents, rowAgents).map { own, row in (row, isA ? PairedSamples(a[own] ?? [], []) : PairedSamples([], b[own] ?? [])) }
        }
        if agentsA.isEmpty || agentsB.isEmpty || (agentsA.count > 1 && agentsB.count > 1) {
            return alone(agentsA, rowAgentsA, isA: true) + alone(agentsB, rowAgentsB, isA: false)
        }
        return zip(agentsA, rowAgentsA).flatMap { own, rowA in
            zip(agentsB, rowAgentsB).map { other, rowB in
                (agentsA.count > 1 ? rowA : rowB, PairedSamples(a[own] ?? [], b[other] ?? []))
            }
        }
    }

    private func sorted(_ side: [ComparedAgent: [ComparisonSample]], _ names: [String]) -> [ComparedAgent] {
        side.keys.sorted { $0.isBefore($1, names: names) }
    }

    /// The agents without what is compared across, but for what tells those of one side apart.
    private static func rowAgents(_ agents: [ComparedAgent], _ across: [ComparedFact]) -> [ComparedAgent] {
        let told = across.filter { fact in Set(agents.map { $0[fact] }).count == 1 }
        return agents.map { $0.without(told) }
    }
}

extension ComparedAgent {
    /// The agent, and of some facts nothing.
    func without(_ facts: [ComparedFact]) -> ComparedAgent {
        facts.reduce(into: self) { $0[$1] = nil }
    }
}
