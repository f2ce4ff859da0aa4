import AgentRuns

/// What benchmarks must have in common to be points of one sweep over load: where they were made, with what tool, which work was asked for
/// and of which model.
struct LoadPlan: Sendable, Hashable {
    let suite: String
    let scenario: String?
    let program: String?
    let model: String?
    let definition: TTFTDefinition
    /// The options that say what a request is. Throughput under other ones answers another question.
    let workload: SamplingConfiguration

    init(_ observation: Observation) {
        let series = observation.series
        let options = series.configuration.options
        suite = observation.run.suite
        scenario = series.scenario
        program = series.program
        model = series.configuration.model
        definition = series.ttftDefinition
        workload = SamplingConfiguration(options.options.filter { Self.isWork($0.key) })
    }

    /// Whether another plan is of the same suite, tool and model, so that only its work tells it apart.
    func sharesTools(with other: LoadPlan) -> Bool {
        suite == other.suite && program == other.program && model == other.model
    }

    /// What is left of a configuration without load and workload: the server as it was set up.
    static func server(_ options: SamplingConfiguration, without load: [String]) -> SamplingConfiguration {
        SamplingConfiguration(options.options.filter { !isWork($0.key) && !load.contains($0.key) && $0.key != Load.strategyOption })
    }

    /// Whether an option says what a request is, rather than how many there are at a time.
    private static func isWork(_ option: String) -> Bool {
        RunField.option(option).facet == .workload && !Load.options.contains(option) && option != Load.strategyOption
    }
}

extension LoadPlan: Comparable {
    static func < (left: LoadPlan, right: LoadPlan) -> Bool { left.key < right.key }

    private var key: (String, String, String, String, Configuration) {
        (suite, scenario ?? "", program ?? "", definition.rawValue, Configuration(model: model, options: workload))
    }
}
