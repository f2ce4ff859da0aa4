import AgentRuns

/// What is said of each row of a comparison, which is what tells it from the others, and what is said once of all of them.
struct ComparisonLabels {
    /// Whether rows are of several agents, and have to name theirs.
    private let namesRoles: Bool
    /// The facts in which rows differ, in the order in which they are said.
    private let telling: [ComparedFact]
    /// What all rows have alike: `serving_benchmark, llama 7B Q4_0, backend Vulkan`; `nil` where there is nothing.
    let shared: String?

    init(_ rows: [ComparisonRow]) {
        let agents = Set(rows.map(\.agent))
        let roles = Set(agents.map(\.role))
        let facts = [.scenario, .model] + agents.map(\.options).optionNames.map(ComparedFact.option) + [.program]
        let values = facts.map { fact in (fact: fact, values: Set(agents.map { $0[fact] })) }
        namesRoles = roles.count > 1
        telling = values.filter { $0.values.count > 1 }.map(\.fact)
        let role = roles.count == 1 ? roles.first.flatMap(\.self) : nil
        let alike = values.filter { $0.values.count == 1 }.compactMap { fact, values in
            values.first.flatMap(\.self).map { (fact, $0) }
        }
        // The program of a benchmark is its agent, too.
        let said = alike.filter { fact, value in fact != .program || value.description != role }.map { $0.label($1) }
        let all = [role].compactMap(\.self) + said
        shared = all.isEmpty ? nil : all.joined(separator: ", ")
    }

    /// `insight, TTFT, warm`; without the agent where there is only one.
    func name(of row: ComparisonRow) -> String { namesRoles ? row.name : row.measureName }

    /// The metric in a sentence: `TTFT`, `TTFT of insight` where there are several agents.
    func metric(of row: ComparisonRow) -> String { namesRoles ? "\(row.metric.name) of \(row.agent.role ?? "agents together")" : row.metric.name }

    /// What tells the row from those of the same scenario: `gemma3:latest, num_ctx 512`, `over 17 shared configurations`.
    func setting(of row: ComparisonRow) -> String {
        let facts = telling.filter { $0 != .scenario && !($0 == .program && row.agent.program == row.agent.slot) }
        return (facts.compactMap { fact in row.agent[fact].map(fact.label) } + [row.shared?.phrase].compactMap(\.self)).joined(separator: ", ")
    }

    /// The scenario, where rows have several.
    func scenario(of row: ComparisonRow) -> String { telling.contains(.scenario) ? row.agent.scenario ?? "" : "" }

    /// What a row is of, but for its agent and metric: `chimera_homo, num_ctx 512`.
    func extent(of row: ComparisonRow) -> String { [scenario(of: row), setting(of: row)].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// All of it in one text.
    func series(of row: ComparisonRow) -> String {
        [name(of: row), extent(of: row)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
