import Diagnostics
import Markdown
import TOMLReading

/// The TOML of a chart block, and the way from it back to the Markdown file around it.
struct ChartBlockSource {
    let toml: TOMLSource
    private let file: SourceText
    /// The line of the opening fence, from 1.
    private let fence: Int

    /// - Parameter file: the whole Markdown file.
    init(_ fenced: FencedBlock, in file: SourceText) {
        toml = TOMLSource(fenced.literal, path: file.path)
        self.file = file
        fence = fenced.line
    }

    private var block: SourceText { toml.text }

    /// In bytes.
    var length: Int { block.bytes.count }

    /// An error about the block as a whole, at its opening fence.
    func error(_ message: String) -> Diagnostic { file.error(message, at: opening) }

    /// A warning about the block as a whole, at its opening fence.
    func warning(_ message: String) -> Diagnostic {
        var warning = error(message)
        warning.severity = .warning
        return warning
    }

    /// An error about a key's value; about the whole block where it does not have the key.
    func error(_ message: String, at key: String) -> Diagnostic {
        guard let place = toml.place(of: key) else { return error(message) }
        return placed(block.error(message, at: place))
    }

    /// Moves a diagnostic from its place in the block to that in the file.
    ///
    /// Lines of a block in a list or a quotation have something before them that is no TOML.
    func placed(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let location = diagnostic.location, let number = location.line, let column = location.column else { return diagnostic }
        let inBlock = block.line(number)
        let inFile = file.line(fence + number)
        let before = String(decoding: block.bytes[inBlock], as: UTF8.self).unicodeScalars.prefix(column - 1)
        let indent = block.bytes[inBlock].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        // A tab that a list item takes in part comes out as spaces, so the text is looked for without what is before it.
        let text = block.bytes[inBlock].dropFirst(indent)
        let isThere = inFile.count >= text.count && file.bytes[inFile].suffix(text.count).elementsEqual(text)
        let start = isThere ? inFile.upperBound - text.count : nil
        let offset = start.map { $0 + String(String.UnicodeScalarView(before)).utf8.count - indent } ?? inFile.lowerBound
        var moved = diagnostic
        (moved.location, moved.excerpt) = placed(at: max(offset, inFile.lowerBound), length: diagnostic.excerpt?.length ?? 1)
        return moved
    }

    private func placed(at offset: Int, length: Int) -> (SourceLocation?, SourceExcerpt?) {
        let (location, excerpt) = file.location(of: offset, length: length)
        return (location, excerpt)
    }

    private var opening: Range<Int> {
        let line = file.line(fence)
        let start = file.bytes[line].firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") } ?? line.lowerBound
        return start..<line.upperBound
    }
}
