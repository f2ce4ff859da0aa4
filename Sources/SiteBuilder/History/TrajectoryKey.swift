import AgentRuns

/// What makes values one history: one measure of one configuration, scenario, slot and program.
struct TrajectoryKey: Sendable, Hashable {
    let configuration: Configuration
    let scenario: String?
    let slot: String
    let program: String?
    let measure: Measure

    init(_ key: SeriesKey, _ measure: Measure) {
        configuration = key.configuration
        scenario = key.scenario
        slot = key.slot
        program = key.program
        self.measure = measure
    }

    init(_ agent: Agent, _ measure: Measure) {
        configuration = agent.configuration
        scenario = agent.scenario
        slot = agent.slot
        program = agent.program
        self.measure = measure
    }

    /// What is left of the key without the measure: histories that agree in it are of the same agent's runs.
    struct Agent: Sendable, Hashable {
        let configuration: Configuration
        let scenario: String?
        let slot: String
        let program: String?
    }

    var agent: Agent { Agent(configuration: configuration, scenario: scenario, slot: slot, program: program) }

    /// The path of the history below `history/`, by which `series.toml` and the feed name it.
    var id: String { "\(agent.id)/\(pathPart(measure.slug))" }
}

extension TrajectoryKey.Agent {
    /// The agent under one of the versions that were measured in turn, which then tells its series apart like an option.
    func variant(_ version: RunVersion?) -> Self {
        var options = configuration.options
        for part in version?.parts ?? [] { options[part.field] = .text(part.value) }
        return Self(
            configuration: Configuration(model: configuration.model, options: options), scenario: scenario, slot: slot, program: program)
    }

    /// `chimera_homo/insight/gemma3-latest/num_gpu80-num_ctx512/demo_rust_multiagent`.
    var id: String {
        [scenario ?? "unnamed", slot, configuration.modelName, configuration.options.slug, program ?? "unnamed"].map(pathPart).joined(separator: "/")
    }
}

extension TrajectoryKey: Comparable {
    static func < (left: TrajectoryKey, right: TrajectoryKey) -> Bool {
        if left.agent != right.agent { return left.agent < right.agent }
        return left.measure < right.measure
    }
}

extension TrajectoryKey.Agent: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        if left.configuration.modelName != right.configuration.modelName { return left.configuration.modelName < right.configuration.modelName }
        if left.scenario != right.scenario { return (left.scenario ?? "") < (right.scenario ?? "") }
        if left.configuration != right.configuration { return left.configuration < right.configuration }
        return (left.slot, left.program ?? "") < (right.slot, right.program ?? "")
    }
}
