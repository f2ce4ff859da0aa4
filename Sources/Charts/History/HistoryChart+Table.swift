extension HistoryChart {
    /// The newest first: what it is, the value of each series, cold values where one series stands alone, and what was said of it.
    public var dataTable: ChartTable {
        let drawing = HistoryDrawing(self)
        let series = drawnSeries
        let isAlone = series.count == 1
        let cold = isAlone ? series[0].cold.filter(\.isDrawn) : []
        let coldFormat = NumberFormat(cold.map(\.value), of: quantity)
        var columns: [ChartTable.Column] = [.words(words.thing.capitalizedFirst)]
        columns += series.map { .figures($0.name, NumberFormat($0.points.map(\.value), of: quantity)) }
        if !cold.isEmpty { columns.append(.figures(words.cold, coldFormat)) }
        columns.append(.words("Note"))

        let places = Dictionary(grouping: series.indices.flatMap { number in series[number].points.map { (number, $0) } }, by: \.1.position)
        let coldPlaces = Dictionary(grouping: cold, by: \.position)
        let rows = Set(places.keys).union(coldPlaces.keys).sorted(by: >).map { position -> [ChartTable.Cell] in
            let points = places[position] ?? []
            let first = points.first?.1 ?? coldPlaces[position]?.first
            var cells: [ChartTable.Cell] = [.words(first?.label ?? "", href: first?.href)]
            cells += series.indices.map { number in .figure(points.first { $0.0 == number }?.1.value) }
            if !cold.isEmpty { cells.append(.words(coldValues(coldPlaces[position] ?? [], as: coldFormat))) }
            let notes = points.compactMap { note(on: $0.1, drawing) }
            return cells + [.words(notes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))]
        }
        return ChartTable(columns: columns, rows: rows)
    }

    /// Several cold values of one position stand in one cell.
    private func coldValues(_ points: [HistoryPoint], as format: NumberFormat) -> String {
        points.isEmpty ? format.number(nil) : points.map { format.number($0.value) }.joined(separator: ", ")
    }

    private func note(on point: HistoryPoint, _ drawing: HistoryDrawing) -> String? {
        switch point.kind {
        case .thin: words.thin
        case .failed: "failed"
        case .excluded: "excluded"
        case .normal, .worse, .better, .acknowledged: drawing.word(for: point.kind)
        }
    }
}
