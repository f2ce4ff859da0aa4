import Diagnostics
import Markdown

/// The TOML of a chart block, and the way from it back to the Markdown file around it.
struct ChartBlockSource {
    let toml: TOMLSource
    private let file: [UInt8]
    /// The line of the opening fence, from 1.
    private let fence: Int

    /// - Parameter file: the whole Markdown file.
    init(_ block: FencedBlock, in file: [UInt8], path: String) {
        toml = TOMLSource(block.literal, path: path)
        self.file = file
        fence = block.line
    }

    /// An error about the block as a whole, at its opening fence.
    func error(_ message: String) -> Diagnostic { Diagnostic(.error, message, at: opening.0, excerpt: opening.1) }

    /// A warning about the block as a whole, at its opening fence.
    func warning(_ message: String) -> Diagnostic { Diagnostic(.warning, message, at: opening.0, excerpt: opening.1) }

    /// An error about a key's value; about the whole block where it does not have the key.
    func error(_ message: String, at key: String) -> Diagnostic {
        guard let place = toml.outline.values[[.key(key)]] else { return error(message) }
        return placed(toml.error(message, at: place))
    }

    /// Moves a diagnostic from its place in the block to that in the file.
    ///
    /// Lines of a block in a list or a quotation have something before them that is no TOML.
    func placed(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let location = diagnostic.location, let number = location.line, let column = location.column else { return diagnostic }
        let inBlock = line(number, of: toml.bytes)
        let inFile = line(fence + number, of: file)
        let before = String(decoding: toml.bytes[inBlock], as: UTF8.self).unicodeScalars.prefix(column - 1)
        let indent = toml.bytes[inBlock].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        // A tab that a list item takes in part comes out as spaces, so the text is looked for without what is before it.
        let text = toml.bytes[inBlock].dropFirst(indent)
        let start = file[inFile].count >= text.count && file[inFile].suffix(text.count).elementsEqual(text) ? inFile.upperBound - text.count : nil
        let offset = start.map { $0 + String(String.UnicodeScalarView(before)).utf8.count - indent } ?? inFile.lowerBound
        var moved = diagnostic
        (moved.location, moved.excerpt) = at(max(offset, inFile.lowerBound), length: diagnostic.excerpt?.length ?? 1)
        return moved
    }

    private var opening: (SourceLocation?, SourceExcerpt?) {
        let range = line(fence, of: file)
        let start = file[range].firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") } ?? range.lowerBound
        return at(start, length: String(decoding: file[start..<range.upperBound], as: UTF8.self).unicodeScalars.count)
    }

    private func at(_ offset: Int, length: Int) -> (SourceLocation?, SourceExcerpt?) {
        let (location, excerpt) = SourceLocation.at(offset: offset, in: file, path: toml.path, length: length)
        return (location, excerpt)
    }

    /// The bytes of a line without its end; nothing at the end of the text for a line that is not there.
    private func line(_ number: Int, of bytes: [UInt8]) -> Range<Int> {
        var start = 0
        for _ in 1..<max(number, 1) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return bytes.count..<bytes.count }
            start = end + 1
        }
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        return start..<end
    }
}
