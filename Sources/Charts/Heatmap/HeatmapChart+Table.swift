extension HeatmapChart {
    public var dataTable: ChartTable {
        let columns = [.words(rows.name)] + self.columns.labels.map { ChartTable.Column.figures("\(self.columns.name) \($0)", format) }
        return ChartTable(
            columns: columns,
            rows: rows.labels.indices.map { row in
                [.words(rows.labels[row])]
                    + self.columns.labels.indices.map { column in
                        let cell = cell(row: row, column: column)
                        return .figure(cell.value, note: cell.note, href: cell.href)
                    }
            })
    }
}
