import Bytes

extension HeatmapChart {
    private static let rowHeight = 56.0
    /// Room for the name of the rows above them.
    private static let top = 20.0

    /// The figures stand on the colours, so there is no key.
    public func writeKey(into buffer: inout ByteBuffer) {}

    public func writeBox(into buffer: inout ByteBuffer) {
        let labels = (rows.labels + [rows.name]).map { TextWidth.of($0) }.max() ?? 0
        let margins = BoxMargins(labels: labels, bottom: 44)
        let height = Self.top + Double(rows.labels.count) * Self.rowHeight
        let holdsLinks = cells.contains { $0.contains { $0.href != nil } }
        buffer.openDrawing(text, height: height, margins: margins, holdsLinks: holdsLinks)
        buffer.appendLabel(TextWidth.fitted(rows.name, into: margins.labelWidth), x: 0, dx: -10, y: 8, classes: "end")
        writeLabels(margins: margins, height: height, into: &buffer)
        buffer.openGroup("mid heat")
        let steps = HeatmapSteps(values, higherIsBetter: higherIsBetter ?? true)
        for row in rows.labels.indices {
            for column in columns.labels.indices { write(row: row, column: column, steps: steps, margins: margins, into: &buffer) }
        }
        buffer.closeGroup()
        buffer.closeDrawing()
    }

    private func writeLabels(margins: BoxMargins, height: Double, into buffer: inout ByteBuffer) {
        for (row, label) in rows.labels.enumerated() {
            let y = Self.top + (Double(row) + 0.5) * Self.rowHeight + 4
            buffer.appendLabel(TextWidth.fitted(label, into: margins.labelWidth), x: 0, dx: -10, y: y, classes: "end ink")
        }
        writeColumnLabels(margins: margins, y: height + 18, into: &buffer)
        buffer.appendLabel(columns.name, x: 1, y: height + 36, classes: "end")
    }

    /// Numbers are thinned where they have no room; words are shortened, more so on small screens.
    private func writeColumnLabels(margins: BoxMargins, y: Double, into buffer: inout ByteBuffer) {
        let slots = OrdinalScale(count: columns.labels.count)
        let (narrow, wide) = slotWidths(margins)
        let widest = columns.labels.map { TextWidth.of($0) }.max() ?? 0
        let areNumbers = columns.labels.allSatisfy { Double($0) != nil }
        let everyWide = areNumbers ? max(1, Int((widest / wide).rounded(.up))) : 1
        let everyNarrow = areNumbers ? everyWide * max(1, Int((widest / narrow / Double(everyWide)).rounded(.up))) : 1
        for (column, label) in columns.labels.enumerated() where column.isMultiple(of: everyWide) {
            let x = slots.fraction(of: column)
            let shown = areNumbers ? label : TextWidth.fitted(label, into: wide)
            let short = areNumbers ? label : TextWidth.fitted(label, into: narrow)
            let isEverywhere = column.isMultiple(of: everyNarrow) && shown == short
            buffer.appendLabel(shown, x: x, y: y, classes: isEverywhere ? "mid ink" : "mid ink o")
            if shown != short { buffer.appendLabel(short, x: x, y: y, classes: "mid ink s") }
        }
    }

    /// How wide a rectangle is at least, on small and on other screens, less some air.
    private func slotWidths(_ margins: BoxMargins) -> (narrow: Double, wide: Double) {
        let count = Double(max(columns.labels.count, 1))
        return (margins.plotWidth(in: ChartWidth.narrow) / count - 6, margins.plotWidth(in: ChartWidth.medium) / count - 6)
    }

    private func write(row: Int, column: Int, steps: HeatmapSteps?, margins: BoxMargins, into buffer: inout ByteBuffer) {
        let cell = cell(row: row, column: column)
        if let href = cell.href {
            buffer.append("<a tabindex=\"-1\"")
            buffer.append(attribute: "href", href)
            buffer.append(attribute: "aria-label", label(of: cell, row: row, column: column))
        } else {
            buffer.append("<g")
        }
        buffer.append("><title>")
        buffer.append(escaped: title(of: cell, row: row, column: column))
        buffer.append("</title>")
        let slots = OrdinalScale(count: columns.labels.count)
        let step = cell.value.flatMap { value in steps?.step(of: value) }
        let y = Self.top + Double(row) * Self.rowHeight
        buffer.appendBar(
            from: slots.edge(before: column), to: slots.edge(before: column + 1), y: y, height: Self.rowHeight,
            classes: step.map { Self.classes[$0] } ?? "h0")
        writeWords(of: cell, step: step, x: slots.fraction(of: column), y: y + Self.rowHeight / 2, margins: margins, into: &buffer)
        buffer.append(cell.href == nil ? "</g>" : "</a>")
    }

    /// The figure, and under it the note, where they have room.
    private func writeWords(
        of cell: HeatmapCell, step: Int?, x: Double, y: Double, margins: BoxMargins, into buffer: inout ByteBuffer
    ) {
        let (narrow, wide) = slotWidths(margins)
        let value = format.number(cell.value)
        let valueWidth = TextWidth.of(value, size: 13) * 1.1
        guard valueWidth <= wide else { return }
        let noteWidth = cell.note.map { TextWidth.of($0, size: 11) } ?? 0
        let note = noteWidth <= wide ? cell.note : nil
        buffer.append("<g class=\"")
        buffer.append(step.map { Self.inks[$0] } ?? "t0")
        buffer.append(valueWidth <= narrow ? "\">" : " o\">")
        buffer.appendLabel(value, x: x, y: note == nil ? y + 4 : y - 2, classes: step == nil ? nil : "b")
        if let note { buffer.appendLabel(note, x: x, y: y + 15, classes: noteWidth <= narrow ? "tiny" : "tiny o") }
        buffer.closeGroup()
    }

    private func label(of cell: HeatmapCell, row: Int, column: Int) -> String {
        cell.label ?? "\(rows.name) \(rows.labels[row]), \(columns.name) \(columns.labels[column])"
    }

    private func title(of cell: HeatmapCell, row: Int, column: Int) -> String {
        let value = cell.value == nil ? "no value" : format.text(cell.value)
        return ([label(of: cell, row: row, column: column), value] + [cell.note].compactMap(\.self)).joined(separator: ", ")
    }

    private static let classes: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// The text on each step: the weak ones are light, the strong ones dark, and the fourth depends on the scheme.
    private static let inks: [StaticString] = ["t1", "t1", "t1", "t4", "t5", "t5"]
}
