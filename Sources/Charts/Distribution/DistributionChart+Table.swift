extension DistributionChart {
    public var dataTable: ChartTable {
        let format = NumberFormat(rows.flatMap(\.samples).map(\.value), of: quantity)
        let figures = ["Lowest", "Lower quartile", "Median", "Upper quartile", "Highest"]
        return ChartTable(
            columns: [.words("Group"), .figures("n", NumberFormat([0], of: .count))] + figures.map { .figures($0, format) },
            rows: rows.map { row in
                let values = row.samples.map(\.value)
                let numbers = FiveNumbers(values)
                let name = [row.label, row.detail].compactMap(\.self).joined(separator: " ")
                let five = [values.min(), numbers?.lowQuartile, numbers?.median, numbers?.highQuartile, values.max()]
                return [.words(name, href: row.href), .figure(Double(values.count))] + five.map { .figure($0) }
            })
    }
}
