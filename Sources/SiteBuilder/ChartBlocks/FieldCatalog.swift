import AgentRuns

/// What a chart block can name: the fields and metrics that the site's runs have, and the values of each.
struct FieldCatalog {
    /// Every execution of the site, in the order of the runs.
    let observations: [Observation]
    private let options: [String]
    private let units: [MetricID: [String: Int]]

    init(_ model: SiteModel) {
        observations = model.observations
        var options = Set(SamplingConfiguration.standardOptions)
        var units: [MetricID: [String: Int]] = [:]
        for observation in observations {
            options.formUnion(observation.execution.configuration.options.keys)
            for (id, summary) in observation.execution.metrics { units[id, default: [:]][summary.unit, default: 0] += 1 }
        }
        self.options = options.sorted()
        self.units = units
    }

    /// The named fields first, then the options.
    var fieldNames: [String] { RunField.table.filter { $0.place == .field }.map(\.id) + options }

    func field(_ name: String) -> RunField? {
        RunField.field(name) ?? (options.contains(name) ? .option(name) : nil)
    }

    /// The values that a filter on a field may have, the most frequent first.
    func values(of field: RunField) -> [OptionValue] {
        var counts: [OptionValue: Int] = [:]
        for observation in observations {
            for value in field.accepted(observation) { counts[value, default: 0] += 1 }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.sortKey < $1.key.sortKey }.map(\.key)
    }

    /// The metrics of the registry, then those that only the runs have.
    var metricIDs: [String] {
        let known = Metric.registry.map(\.id)
        return (known + units.keys.filter { !known.contains($0) }.sorted()).map(\.rawValue)
    }

    /// A metric by its id; one that is in no registry has the unit that most of its figures have.
    func metric(_ id: String) -> Metric? {
        let id = MetricID(rawValue: id)
        if let known = Metric(id) { return known }
        let unit = units[id]?.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
        return unit.map { Metric(unregistered: id, unit: $0) }
    }
}
