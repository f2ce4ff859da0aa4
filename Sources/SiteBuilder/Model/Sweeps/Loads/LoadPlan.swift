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

    private static let workloadOptions = [
        "dataset", "isl", "osl", "workload", "scenario", "streaming", "context_length", "n_prompt", "n_gen", "n_depth", "generation",
    ]

    /// How long a benchmark went on says nothing of the server.
    private static let sizeOptions = ["num_prompts"]

    init(_ observation: Observation) {
        let series = observation.series
        let options = series.configuration.options
        suite = observation.run.suite
        scenario = series.scenario
        program = series.program
        model = series.configuration.model
        definition = series.ttftDefinition
        workload = SamplingConfiguration(options.options.filter { Self.workloadOptions.contains($0.key) })
    }

    /// Whether another plan is of the same suite, tool and model, so that only its work tells it apart.
    func sharesTools(with other: LoadPlan) -> Bool {
        suite == other.suite && program == other.program && model == other.model
    }

    /// What is left of a configuration without load, workload and size: the server as it was set up.
    static func server(_ options: SamplingConfiguration, without load: [String]) -> SamplingConfiguration {
        let others = Set(workloadOptions + sizeOptions + load + [Load.strategyOption])
        return SamplingConfiguration(options.options.filter { !others.contains($0.key) })
    }
}

extension LoadPlan: Comparable {
    static func < (left: LoadPlan, right: LoadPlan) -> Bool { left.key < right.key }

    private var key: (String, String, String, String, Configuration) {
        (suite, scenario ?? "", program ?? "", definition.rawValue, Configuration(model: model, options: workload))
    }
}
