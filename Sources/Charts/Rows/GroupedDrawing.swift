import Bytes

/// A grouped chart laid out: its axis, and for each row a line for each series.
struct GroupedDrawing {
    enum Form {
        case points, bars
    }

    private static let barHeight = 12.0
    private static let whisker = 3.0

    let text: ChartText
    let series: [GroupedSeries]
    let rows: [GroupedRow]
    let form: Form
    let axis: ValueAxis

    init(text: ChartText, quantity: Quantity, axisKind: ValueAxisKind, series: [GroupedSeries], rows: [GroupedRow], form: Form) {
        self.text = text
        self.series = series
        self.form = form
        func isDrawn(_ value: Double) -> Bool { axisKind.holds(value) && (form == .points || value >= 0) }
        let rows = rows.map { row in
            var row = row
            row.values = row.values.prefix(series.count).map { value in
                var value = value
                value.value = value.value.flatMap { isDrawn($0) ? $0 : nil }
                value.interval = value.interval.flatMap { isDrawn($0.lowerBound) ? $0 : nil }
                return value
            }
            return row
        }
        self.rows = rows
        let values = rows.flatMap { $0.values.compactMap(\.value) }
        let ends = rows.flatMap { $0.values.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] } }
        axis = ValueAxis(values, alsoCovering: ends, of: quantity) { values in
            axisKind.scale(covering: values, start: form == .bars ? .zero : .belowData(free: 0.04))
        }
    }

    var isEmpty: Bool { rows.allSatisfy { $0.values.allSatisfy { $0.value == nil } } }

    func writeKey(into buffer: inout ByteBuffer) {
        guard series.count > 1 else { return }
        let entries = series.indices.map { index in
            let style = styleNumber(of: index)
            let swatch: KeyEntry.Swatch = form == .bars ? .bar("s\(style + 1) dot") : .mark(.series(style), series: style, joined: true)
            return KeyEntry(swatch: swatch, word: series[index].name)
        }
        KeyEntry.write(entries, into: &buffer)
    }

    func write(into buffer: inout ByteBuffer) {
        ChartRow.open(text, into: &buffer)
        for row in rows { write(row, into: &buffer) }
        ChartRow.close(with: axis, into: &buffer)
    }

    private func styleNumber(of index: Int) -> Int {
        series.count == 1 ? 0 : (series[index].style ?? index) % MarkStyle.seriesLimit
    }

    private func write(_ row: GroupedRow, into buffer: inout ByteBuffer) {
        let frame = ChartRow(label: row.label, detail: row.detail, href: row.href)
        let body = Double(series.count) * ChartRow.line
        let height = frame.height(atLeast: max(32, body + 8))
        frame.writeLabel(into: &buffer)
        let summary = row.values.indices.map { said($0, in: row) }.joined(separator: "; ") + "."
        buffer.openSVG(name: row.label, summary: summary, height: height, holdsLinks: row.values.contains { $0.href != nil })
        axis.writeGridAcross(from: 0, to: height, into: &buffer)
        for index in row.values.indices where row.values[index].value != nil {
            write(index, of: row, y: (height - body) / 2 + (Double(index) + 0.5) * ChartRow.line, into: &buffer)
        }
        buffer.append("</svg>")
        ChartRow.writeFigures(series.indices.map { figure(of: row.values.indices.contains($0) ? row.values[$0] : .init(nil)) }, into: &buffer)
    }

    private func write(_ index: Int, of row: GroupedRow, y: Double, into buffer: inout ByteBuffer) {
        let value = row.values[index]
        let center = axis.fraction(of: value.value ?? 0)
        let style = styleNumber(of: index)
        if let href = value.href {
            buffer.append("<a tabindex=\"-1\"")
            buffer.append(attribute: "href", href)
            buffer.append(attribute: "aria-label", "\(row.name), \(series[index].name)")
        } else {
            buffer.append("<g")
        }
        buffer.append(" class=\"s")
        buffer.append(style + 1)
        buffer.append("\"><title>")
        buffer.append(escaped: "\(row.name), \(said(index, in: row))")
        buffer.append("</title>")
        switch form {
        case .bars:
            buffer.appendBar(from: 0, to: center, y: y - Self.barHeight / 2, height: Self.barHeight, classes: "dot")
            writeInterval(of: value, y: y, classes: "bound", into: &buffer)
        case .points:
            writeInterval(of: value, y: y, classes: "box", into: &buffer)
            buffer.openGroup("dot")
            MarkStyle.series(style).write(x: center, y: y, title: nil, into: &buffer)
            buffer.closeGroup()
        }
        buffer.append(value.href == nil ? "</g>" : "</a>")
    }

    private func writeInterval(of value: GroupedRow.Value, y: Double, classes: StaticString, into buffer: inout ByteBuffer) {
        guard let interval = value.interval else { return }
        let (from, to) = (axis.fraction(of: interval.lowerBound), axis.fraction(of: interval.upperBound))
        buffer.openGroup(classes)
        buffer.appendLine(y: y, from: from, to: to)
        for end in [from, to] { buffer.appendRule(x: end, from: y - Self.whisker, to: y + Self.whisker) }
        buffer.closeGroup()
    }

    /// What stands at the right of the row for one series.
    private func figure(of value: GroupedRow.Value) -> String {
        let number = axis.format.number(value.value)
        return value.count.map { "\(number), n\u{A0}\($0)" } ?? number
    }

    /// One series of a row in words, for readers who do not see it.
    private func said(_ index: Int, in row: GroupedRow) -> String {
        let value = row.values[index]
        let name = series.count > 1 ? "\(series[index].name) " : ""
        let interval = value.interval.map { ", from \(axis.format.range($0.lowerBound, $0.upperBound))" } ?? ""
        let count = value.count.map { ", n \($0)" } ?? ""
        return name + axis.format.text(value.value) + interval + count
    }

    var table: ChartTable {
        let values = rows.flatMap(\.values)
        let hasIntervals = values.contains { $0.interval != nil }
        let hasCounts = values.contains { $0.count != nil }
        let columns: [[ChartTable.Column]] = series.map { series in
            [.figures(series.name, axis.format)]
                + (hasIntervals ? [.figures("\(series.name), from", axis.format), .figures("to", axis.format)] : [])
                + (hasCounts ? [.figures("n", NumberFormat([0], of: .count))] : [])
        }
        return ChartTable(
            columns: [.words("Group")] + columns.flatMap(\.self),
            rows: rows.map { row in
                let cells = series.indices.flatMap { index -> [ChartTable.Cell] in
                    let value = row.values.indices.contains(index) ? row.values[index] : .init(nil)
                    return [.figure(value.value, href: value.href)]
                        + (hasIntervals ? [.figure(value.interval?.lowerBound), .figure(value.interval?.upperBound)] : [])
                        + (hasCounts ? [.figure(value.count.map(Double.init))] : [])
                }
                return [.words(row.name, href: row.href)] + cells
            })
    }
}
