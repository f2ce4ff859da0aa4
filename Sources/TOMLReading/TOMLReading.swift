public import Diagnostics
import TOMLKit

/// A TOML text, or the part of a file that is one, with the place of everything in it.
public struct TOMLSource: Sendable {
    public let path: String
    public let bytes: [UInt8]
    public let outline: TOMLOutline
    private let range: Range<Int>

    /// - Parameter range: the bytes that are TOML; lines are counted over the whole file all the same.
    public init(_ bytes: [UInt8], path: String, range: Range<Int>? = nil) {
        self.path = path
        self.bytes = bytes
        self.range = range ?? 0..<bytes.count
        outline = TOMLOutline(bytes, in: self.range)
    }

    /// Parses the text; a mistake in its syntax is reported and gives `nil`.
    public func parse(reporting diagnostics: inout [Diagnostic]) -> TOMLTableReader? {
        let end = outline.obstacle?.lineStart ?? range.upperBound
        guard !bytes[range].contains(0), let text = String(validating: bytes[range.lowerBound..<end], as: UTF8.self) else {
            diagnostics.append(notText)
            return nil
        }
        do {
            let table = try TOMLTable(string: text)
            guard let obstacle = outline.obstacle else { return TOMLTableReader(table, at: [], in: self) }
            diagnostics.append(error("invalid TOML: \(obstacle.message)", at: obstacle.offset..<obstacle.offset))
        } catch let mistake as TOMLParseError {
            diagnostics.append(error(mistake))
        } catch {
            diagnostics.append(.error("invalid TOML: \(error)", at: SourceLocation(path)))
        }
        return nil
    }

    /// An error about some bytes of the file, which are underlined up to the end of their first line.
    public func error(_ message: String, at range: Range<Int>) -> Diagnostic {
        let line = bytes[range].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let length = String(decoding: line.prefix(Self.longestUnderline), as: UTF8.self).unicodeScalars.count
        let (location, excerpt) = SourceLocation.at(offset: range.lowerBound, in: bytes, path: path, length: length)
        return .error(message, at: location, excerpt: excerpt)
    }

    /// As much as the excerpt shows of a line.
    private static let longestUnderline = 200

    private func error(_ mistake: TOMLParseError) -> Diagnostic {
        // The description begins with what was being parsed, which the excerpt shows better.
        let description = mistake.description
        let whole = description.firstRange(of: ": ").map { description[$0.upperBound...] } ?? description[...]
        let reason = String(whole.unicodeScalars.filter { $0.properties.generalCategory != .control })
        let offset = offset(line: mistake.source.begin.line, column: mistake.source.begin.column)
        return error("invalid TOML: \(reason)", at: offset..<offset)
    }

    /// - Parameters:
    ///   - line: from 1, counted from where the TOML begins.
    ///   - column: from 1, in scalars.
    private func offset(line: Int, column: Int) -> Int {
        var start = range.lowerBound
        for _ in 1..<max(line, 1) {
            guard let next = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) else { break }
            start = next + 1
        }
        let rest = bytes[start..<range.upperBound].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let before = String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(max(column, 1) - 1)
        return min(start + String(String.UnicodeScalarView(before)).utf8.count, range.upperBound)
    }

    private var notText: Diagnostic {
        var valid = range.lowerBound
        for line in bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.contains(0) || String(validating: line, as: UTF8.self) == nil { break }
            valid = min(line.endIndex + 1, range.upperBound)
        }
        return error("invalid TOML: this line is not UTF-8 text", at: valid..<valid)
    }
}
