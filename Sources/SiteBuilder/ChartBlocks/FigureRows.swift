import AgentRuns

/// The figures of a metric in rows, with one mark or several in each.
///
/// Where the writer groups by several fields, the last of them makes the marks of a row, as long as they can be told apart.
struct FigureRows {
    struct Row {
        let name: String
        let href: String?
        /// One for each mark; without values where a row lacks one.
        let figures: [GroupFigure]
    }

    /// The names of the marks; the metric's where each row has but one.
    let marks: [String]
    let rows: [Row]
    /// How many rows there would be.
    let count: Int

    private static let markLimit = 8
    private static let rowLimit = 40

    init(_ charts: MetricCharts) {
        let observations = charts.observations.filter { charts.value($0) != nil || $0.hasFailed }
        let last = charts.grouping.fields.flatMap { $0.count > 1 ? $0.last : nil }
        let markGroups = last.map { ChartGrouping(fields: [$0]).groups(observations) } ?? []
        let isGrouped = (2...Self.markLimit).contains(markGroups.count)
        let rowGrouping = isGrouped ? ChartGrouping(fields: charts.grouping.fields?.dropLast()) : charts.grouping
        let groups = rowGrouping.groups(observations).filter { $0.observations.contains { charts.value($0) != nil } }
        let labels = rowGrouping.labels(of: groups)
        marks = isGrouped ? markGroups.map { ChartGrouping(fields: last.map { [$0] }).labels(of: markGroups).name(of: $0) } : [charts.metric.name]
        rows = groups.prefix(Self.rowLimit).map { group in
            let members = isGrouped ? Dictionary(grouping: group.observations) { ChartGrouping(fields: last.map { [$0] }).key(of: $0) } : [:]
            return Row(
                name: labels.name(of: group), href: charts.link(to: group.configuration),
                figures: isGrouped
                    ? markGroups.map { GroupFigure(members[$0.key] ?? [], of: charts.metric.id) }
                    : [GroupFigure(group.observations, of: charts.metric.id)])
        }
        count = groups.count
    }

    /// Every figure that has a value.
    var figures: [GroupFigure] { rows.flatMap(\.figures).filter { !$0.values.isEmpty } }
}
