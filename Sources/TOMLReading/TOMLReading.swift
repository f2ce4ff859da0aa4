public import Diagnostics

/// A TOML text, or the part of a file that is one, with the place of everything in it.
public struct TOMLSource: Sendable {
    /// The file as far as it is needed to tell where something stands.
    public let text: SourceText
    private let table: TOMLTable?
    private let mistakes: [TOMLError]

    /// - Parameter range: the bytes that are TOML; lines are counted over the whole file all the same.
    public init(_ bytes: [UInt8], path: String, range: Range<Int>? = nil) {
        let range = range ?? 0..<bytes.count
        text = SourceText(range.upperBound < bytes.count ? Array(bytes[..<range.upperBound]) : bytes, path: path)
        (table, mistakes) = TOMLParser.parse(bytes, in: range)
    }

    /// The table that the text is; what keeps it from being TOML is reported and gives `nil`.
    public func parse(reporting diagnostics: inout [Diagnostic]) -> TOMLTableReader? {
        diagnostics += mistakes.map { text.error("invalid TOML: \($0.message)", at: $0.range) }
        return table.map { TOMLTableReader($0, at: 0..<0, in: text) }
    }

    /// The bytes of the value that a key at the top has.
    public func place(of key: String) -> Range<Int>? { table?[key]?.range }
}
