import AgentRuns
import RunStatistics

/// Pairs the samples of two sides into rows.
///
/// What the sides have no value in common of, such as the program where two programs are compared, is what they are compared across; rows agree
/// in everything else.
struct ComparedRows {
    let rows: [ComparisonRow]

    init(_ a: [ComparisonSample], _ b: [ComparisonSample], rules: VerdictRules) {
        let dimensions = Dimensions(a, b)
        let sidesA = Dictionary(grouping: a) { RowKey(dimensions.common($0.agent), $0.metric.id) }
        let sidesB = Dictionary(grouping: b) { RowKey(dimensions.common($0.agent), $0.metric.id) }
        let order = Dictionary((a + b).map { ($0.metric.id, $0.metric.order) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(sidesA.keys).union(sidesB.keys).sorted { left, right in
            left.agent == right.agent
                ? (order[left.metric] ?? .max, left.metric) < (order[right.metric] ?? .max, right.metric) : left.agent < right.agent
        }
        rows = keys.compactMap { key in
            PairedSamples(sidesA[key] ?? [], sidesB[key] ?? [])
                .row(of: key.agent, rules: rules)
        }
    }

    private struct RowKey: Hashable {
        let agent: ComparedAgent
        let metric: String

        init(_ agent: ComparedAgent, _ metric: String) {
            self.agent = agent
            self.metric = metric
        }
    }
}

/// Which parts of an agent's description both sides share.
private struct Dimensions {
    private let scenario: Bool
    private let model: Bool
    private let options: Bool
    private let program: Bool
    private let slot: Bool

    init(_ a: [ComparisonSample], _ b: [ComparisonSample]) {
        func isShared<Value: Hashable>(_ part: (ComparedAgent) -> Value) -> Bool {
            let left = Set(a.map { part($0.agent) })
            let right = Set(b.map { part($0.agent) })
            return left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
        }
        func hasOneSlot(_ samples: [ComparisonSample]) -> Bool { Set(samples.compactMap(\.agent.slot)).count <= 1 }
        scenario = isShared(\.scenario)
        model = isShared(\.model)
        options = isShared(\.options)
        program = isShared(\.program)
        slot = isShared(\.slot) || !hasOneSlot(a) || !hasOneSlot(b)
    }

    func common(_ agent: ComparedAgent) -> ComparedAgent {
        let scenario = scenario ? agent.scenario : nil
        let anyone = scenario == Run.servingBenchmark ? "server" : "agent"
        return ComparedAgent(
            scenario: scenario, slot: slot ? agent.slot : agent.slot.map { _ in anyone }, model: model ? agent.model : nil,
            options: options ? agent.options : nil, program: program ? agent.program : nil)
    }
}
