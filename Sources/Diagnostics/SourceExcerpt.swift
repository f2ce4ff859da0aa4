/// The line of a file that a diagnostic speaks of, and how much of it to underline.
public struct SourceExcerpt: Sendable, Hashable {
    /// The whole line, without its line break.
    public var line: String
    /// Scalars to underline from the diagnostic's column on; at least one.
    public var length: Int

    public init(line: String, length: Int = 1) {
        self.line = line
        self.length = max(length, 1)
    }
}

extension SourceLocation {
    /// Finds the line and column of a byte offset.
    ///
    /// - Parameters:
    ///   - offset: a byte offset into `source`; past the end means the end.
    ///   - length: scalars to underline.
    /// - Returns: the location, and the line it stands on cut to what a terminal shows.
    public static func at(
        offset: Int, in source: some RandomAccessCollection<UInt8>, path: String, length: Int = 1
    ) -> (SourceLocation, SourceExcerpt) {
        let target = source.index(source.startIndex, offsetBy: min(max(offset, 0), source.count))
        var line = 1
        var lineStart = source.startIndex
        var index = source.startIndex
        while index < target {
            if source[index] == UInt8(ascii: "\n") {
                line += 1
                lineStart = source.index(after: index)
            }
            source.formIndex(after: &index)
        }
        let before = String(decoding: source[lineStart..<target], as: UTF8.self)
        let lineEnd = source[target...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? source.endIndex
        let column = before.unicodeScalars.count + 1
        let text = String(decoding: source[lineStart..<Swift.max(lineEnd, target)].prefix(Self.excerptBytes), as: UTF8.self)
        let fits = column <= text.unicodeScalars.count + 1
        return (SourceLocation(path, line: line, column: column), SourceExcerpt(line: fits ? text : "", length: length))
    }

    private static let excerptBytes = 200
}
