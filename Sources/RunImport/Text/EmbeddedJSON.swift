import JSON

/// The objects and arrays of JSON that stand in a text of something else: a record between the lines of a log, a block of a Markdown document.
///
/// A value begins behind whatever stands before it on its line, and may go over several lines if the same stands before each of them. No byte is
/// read more than a few times, whatever the text: behind a value that breaks off, the search goes on where it broke.
struct EmbeddedJSON: Sendable {
    struct Value: Sendable {
        var json: JSON
        /// The line that it begins on, from 0.
        var line: Int
    }

    /// A text that begins like a value and breaks off.
    struct Failure: Sendable {
        var line: Int
        var text: ArraySlice<UInt8>
        var message: String
    }

    private(set) var values: [Value] = []
    private(set) var failures: [Failure] = []
    private let skimmedKeys: Set<String>

    init(_ text: ShownText, skimming skimmedKeys: Set<String> = []) {
        self.skimmedKeys = skimmedKeys
        search(text.lines, firstLine: 0, isPart: false)
    }

    private mutating func search(_ text: TextLines, firstLine: Int, isPart: Bool) {
        var line = 0
        var position = 0
        while line < text.count {
            let content = text[line]
            guard let start = Self.start(in: content.dropFirst(max(0, position - content.startIndex))) else {
                line += 1
                continue
            }
            switch JSON.recordedPrefix(of: text.bytes[start...], skimming: skimmedKeys) {
            case .success(let found):
                values.append(Value(json: found.value, line: firstLine + line))
                position = found.end
                while line < text.count, text.end(of: line) <= position { line += 1 }
            case .failure(let error):
                let first = line
                position = error.offset
                while line < text.count, text.end(of: line) <= position { line += 1 }
                if !isPart, line > first, let next = searchPart(text, from: first, prefix: content[..<start]) {
                    line = next
                    continue
                }
                let end = min(max(position, start), text.bytes.count)
                failures.append(Failure(line: firstLine + first, text: text.bytes[start..<end], message: error.message))
                if line == first { line += 1 }
            }
        }
    }

    /// Searches the lines that begin alike as a text of their own, and says which line follows them; `nil` where the first is the only one.
    private mutating func searchPart(_ text: TextLines, from first: Int, prefix: ArraySlice<UInt8>) -> Int? {
        let prefix = LinePrefix(prefix)
        guard !prefix.isEmpty else { return nil }
        var part: [UInt8] = []
        var line = first
        while line < text.count, let rest = prefix.rest(of: text[line]) {
            part += rest
            part.append(0x0A)
            line += 1
        }
        guard line > first + 1 else { return nil }
        search(TextLines(part), firstLine: first, isPart: true)
        return line
    }

    /// Where a value may begin in a line: at a brace or bracket with what an object or array goes on with.
    private static func start(in line: ArraySlice<UInt8>) -> Int? {
        guard line.has(UInt8(ascii: "{")) || line.has(UInt8(ascii: "[")) else { return nil }
        var index = line.startIndex
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "{") || line[index] == UInt8(ascii: "[") {
                let next = line[(index + 1)...].first { $0 != 0x20 && $0 != 0x09 }
                let isObject = line[index] == UInt8(ascii: "{")
                switch next {
                case nil: return index
                case UInt8(ascii: "\"")? where isObject: return index
                case UInt8(ascii: "{")? where !isObject: return index
                default: break
                }
            }
            index += 1
        }
        return nil
    }
}
