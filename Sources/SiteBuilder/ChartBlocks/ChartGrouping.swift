import AgentRuns

/// What the lines, rows or cells of a chart are.
struct ChartGrouping: Sendable {
    /// `nil` where each is a series: one configuration, scenario, slot and program, labelled by what varies.
    var fields: [RunField]?

    /// The observations in groups, in the order in which they are listed; the order within each is kept.
    func groups(_ observations: [Observation]) -> [ObservationGroup] {
        Dictionary(grouping: observations, by: key).map { ObservationGroup(key: $0.key, observations: $0.value) }.sorted { $0.key < $1.key }
    }

    /// Names for groups that stand together.
    func labels(of groups: some Collection<ObservationGroup>) -> GroupLabels {
        GroupLabels(groups, fields: fields ?? [])
    }

    func key(of observation: Observation) -> ObservationGroup.Key {
        guard let fields else { return .series(observation.series) }
        return .values(fields.map { $0.value(observation) })
    }
}
