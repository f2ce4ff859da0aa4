import AgentRuns

/// Who was measured, under what: what a row of a comparison is about. Of a row, what the sides are compared across is `nil`.
struct ComparedAgent: Sendable, Hashable {
    var scenario: String?
    var model: String?
    var program: String?
    /// `nil` for the agents of a run together, too.
    var slot: String?
    /// Whether it stands for the agents of a run together.
    let isTogether: Bool
    /// Everything else that is in the key of its series: workload, settings, surroundings.
    var options: SamplingConfiguration

    init(scenario: String?, slot: String?, configuration: Configuration, program: String?, isTogether: Bool = false) {
        self.scenario = scenario
        self.slot = slot
        self.isTogether = isTogether
        model = configuration.model
        options = configuration.options
        self.program = program
    }

    init(_ key: SeriesKey) {
        self.init(scenario: key.scenario, slot: key.slot, configuration: key.configuration, program: key.program)
    }

    init(_ agent: TrajectoryKey.Agent) {
        let isTogether = agent.slot == TrajectoryKey.Agent.together
        self.init(
            scenario: agent.scenario, slot: isTogether ? nil : agent.slot, configuration: agent.configuration, program: agent.program,
            isTogether: isTogether)
    }

    /// The agents of a run together, under what the last of them ran under.
    init(togetherWith last: SeriesKey) {
        self.init(scenario: last.scenario, slot: nil, configuration: last.configuration, program: last.program, isTogether: true)
    }

    func has(_ configuration: Configuration) -> Bool { model == configuration.model && options == configuration.options }

    /// The slot, or what stands for it where the sides are compared across slots; `nil` for the agents of a run together.
    var role: String? { isTogether ? nil : slot ?? (scenario == Run.servingBenchmark ? "server" : "agent") }
}

extension ComparedAgent {
    /// What is known of the agent in one respect; `nil` where its source does not say.
    subscript(fact: ComparedFact) -> OptionValue? {
        get {
            switch fact {
            case .program: program.map(OptionValue.text)
            case .model: model.map(OptionValue.text)
            case .scenario: scenario.map(OptionValue.text)
            case .slot: slot.map(OptionValue.text)
            case .option(let name): options[name]
            }
        }
        set {
            switch fact {
            case .program: program = newValue?.description
            case .model: model = newValue?.description
            case .scenario: scenario = newValue?.description
            case .slot: slot = newValue?.description
            case .option(let name): options[name] = newValue
            }
        }
    }

    /// Whether it comes before another: by scenario, model, options, slot, program; what is not known comes first, agents together last.
    ///
    /// - Parameter names: the options of all agents, in the order in which options are shown.
    func isBefore(_ other: ComparedAgent, names: [String]) -> Bool {
        for fact in [.scenario, .model] + names.map(ComparedFact.option) + [.slot, .program] {
            if fact == .slot, isTogether != other.isTogether { return other.isTogether }
            switch (self[fact], other[fact]) {
            case (nil, .some): return true
            case (.some, nil): return false
            case (let own?, let others?) where own != others: return own.isBefore(others)
            default: continue
            }
        }
        return false
    }
}
