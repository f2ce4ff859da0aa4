extension ScatterChart {
    /// Points of the front first, then the other warm ones, then the cold ones.
    public var dataTable: ChartTable {
        let warm = drawn(points)
        let cold = drawn(cold)
        let front = front(of: warm)
        let others = warm.indices.filter { !front.contains($0) }
        let acrossFormat = NumberFormat((warm + cold).map(\.across), of: across.quantity)
        let columns: [ChartTable.Column] = [
            .words("Point"), .words(groupsName ?? "Group"), across.isTime ? .words(across.name) : .figures(across.name, acrossFormat),
            .figures(up.name, NumberFormat((warm + cold).map(\.up), of: up.quantity)), .words("Note"),
        ]
        func row(_ point: ScatterPoint, _ note: String) -> [ChartTable.Cell] {
            [
                .words(point.label, href: point.href), .words(groups[point.group].name),
                across.isTime ? .words(CivilTime(point.across).text) : .figure(point.across), .figure(point.up), .words(note),
            ]
        }
        return ChartTable(
            columns: columns,
            rows: front.map { row(warm[$0], "on the front") } + others.map { row(warm[$0], "") } + cold.map { row($0, words.cold) })
    }
}
