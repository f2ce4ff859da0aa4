extension PhaseChart {
    public var dataTable: ChartTable {
        let rows = panels.flatMap(\.rows)
        let format = NumberFormat(rows.map(\.whole), of: quantity)
        return ChartTable(
            columns: [.words("Call")] + phaseNames.map { .figures($0, format) } + [.figures("total", format)],
            rows: rows.map { row in
                let name = [row.label, row.detail].compactMap(\.self).joined(separator: " ")
                return [.words(name, href: row.href)] + row.phases.map { .figure($0) } + [.figure(row.whole)]
            })
    }
}
