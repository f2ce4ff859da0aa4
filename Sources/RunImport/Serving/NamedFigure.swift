import AgentRuns

/// A figure that stands in a column or a field which no format knows, told by its name and its unit.
struct NamedFigure: Sendable, Hashable {
    var metric: MetricID
    var unit: String
    var mean: Double
    var deviation: Double?
}
