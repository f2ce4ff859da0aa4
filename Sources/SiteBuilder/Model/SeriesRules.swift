import AgentRuns

/// Which facts about an execution are in the key of its series: those of the facets that a key has, but for what the site's owner moved.
struct SeriesRules: Sendable, Hashable {
    /// Options and fields that tell no series apart on this site.
    var ignore: Set<String> = []
    /// Options and fields that do, though their facet does not.
    var split: Set<String> = []

    static let standard = SeriesRules()

    func isInKey(_ field: RunField) -> Bool { (field.facet.isInKey || split.contains(field.id)) && !ignore.contains(field.id) }

    /// A model with everything that tells its series from others of the same subject: options, language, runtime, system.
    func configuration(of execution: AgentExecution, in run: Run) -> Configuration {
        var options: [String: OptionValue] = [:]
        // What a source says only as totals is a workload all the same.
        let derived = run.isServingBenchmark ? execution.derivedLengths : [:]
        for (id, value) in execution.configuration.options.merging(derived, uniquingKeysWith: { own, _ in own }) {
            let field = RunField.option(id)
            if isInKey(field) { options[id] = field.keyValue(value) }
        }
        for field in Self.fields where isInKey(field) {
            if options[field.id] == nil, let value = field.value(of: execution, in: run) { options[field.id] = value }
        }
        return Configuration(model: execution.model, options: SamplingConfiguration(options))
    }

    /// The fields that are no options and may be in a key beside them; the subject has a place of its own there.
    private static let fields = RunField.table.filter { $0.place == .field && $0.facet != .subject && $0.facet != .outcome }
}
