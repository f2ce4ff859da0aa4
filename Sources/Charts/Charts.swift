public import Bytes

/// A picture of data: a box of inline SVG, a key under it where marks need one, and a caption.
///
/// Charts are values. The same value always writes the same bytes, at any width: positions across are percentages, positions down are pixels,
/// and colours are classes that the style sheet fills in.
public protocol Chart: Sendable {
    /// The words that stand in and under the chart.
    var text: ChartText { get }
    /// Whether there is nothing to draw; then the chart is a rule and a sentence.
    var isEmpty: Bool { get }
    /// What the caption says, sentence by sentence: the caller's words and what only the chart knows, such as where an axis starts.
    var captionSentences: [String] { get }

    /// What the chart draws, as text.
    var dataTable: ChartTable { get }

    /// Writes the drawing with the box around it, without key and caption.
    func writeBox(into buffer: inout ByteBuffer)
    /// Writes the key as a list, or nothing if the chart needs none.
    func writeKey(into buffer: inout ByteBuffer)
}

extension Chart {
    /// Writes the whole `<figure>`: the box, the key and the caption; after it the links to the data files, if the text has any.
    ///
    /// - Parameter withTable: writes the figures as a table that opens under the chart, too.
    public func write(into buffer: inout ByteBuffer, withTable: Bool = false) {
        buffer.append("<figure>")
        if isEmpty {
            buffer.append("<p class=\"no-data\">")
            buffer.append(escaped: text.ifEmpty)
            buffer.append("</p>")
        } else {
            writeBox(into: &buffer)
            writeKey(into: &buffer)
            writeCaption(into: &buffer)
        }
        buffer.append("</figure>\n")
        if !isEmpty, withTable || !text.links.isEmpty { writeData(withTable: withTable, into: &buffer) }
    }

    /// Stands after the figure, because a caption must be the last thing in one.
    private func writeData(withTable: Bool, into buffer: inout ByteBuffer) {
        buffer.append("<div class=\"data\">")
        if withTable {
            buffer.append("<details><summary>Data</summary>")
            dataTable.write(name: text.name, into: &buffer)
            buffer.append("</details>")
        }
        if !text.links.isEmpty {
            buffer.append(withTable ? "<p>" : "<p>Data: ")
            for (index, link) in text.links.enumerated() {
                buffer.append(index == 0 ? "<a" : " · <a")
                buffer.append(attribute: "href", link.href)
                buffer.append(">")
                buffer.append(escaped: link.name)
                buffer.append("</a>")
            }
            buffer.append("</p>")
        }
        buffer.append("</div>\n")
    }

    private func writeCaption(into buffer: inout ByteBuffer) {
        let sentences = captionSentences
        guard !sentences.isEmpty else { return }
        buffer.append("<figcaption>")
        buffer.append(escaped: sentences.joined(separator: " "))
        buffer.append("</figcaption>")
    }
}
