/// Data about a text at its very top: YAML between lines `---`, or TOML between lines `+++`.
///
/// Plain Markdown takes the YAML for a thematic break and a heading. A thematic break can stand at the top as well, so every line has to be one
/// that data can have, the first a key, and none empty before the end. A sentence can begin like a key of several words, so such a key
/// does not stand alone.
///
/// Sources: YAML 1.2.2, chapters 7 and 8; TOML 1.0; Jekyll's and Hugo's pages on front matter.
public struct FrontMatterBlock: Sendable, Hashable {
    public enum Form: Sendable, Hashable, CaseIterable {
        case yaml, toml
    }

    public let form: Form
    /// As it is written, with the lines that enclose it.
    public let text: ArraySlice<UInt8>
    /// The bytes of the first line that encloses it.
    public let opening: Range<Int>
    /// What stands behind it.
    public let rest: ArraySlice<UInt8>
    /// How many lines it takes up, with empty ones before it.
    public let lineCount: Int

    /// - Parameter source: a text from its first byte; a byte order mark and empty lines may come before.
    /// - Returns: `nil` where the text does not begin with front matter.
    public init?(atTopOf source: [UInt8]) {
        var lines = SourceLines(source)
        guard let (opening, linesBefore) = Self.firstLine(of: source, &lines),
            let form = Form.allCases.first(where: { $0.isOpening(source[opening]) })
        else { return nil }
        var reading = FrontMatterReading(form: form)
        var count = linesBefore + 1
        while let line = lines.next() {
            count += 1
            if reading.isClosing(source[line]) {
                guard reading.canEnd else { return nil }
                self.form = form
                self.opening = opening
                text = source[opening.lowerBound..<line.upperBound]
                rest = source[(lines.next()?.lowerBound ?? source.endIndex)...]
                lineCount = count
                return
            }
            guard reading.take(source[line]) else { return nil }
        }
        return nil
    }

    /// The first line with anything on it, and how many empty ones come before it.
    private static func firstLine(of source: [UInt8], _ lines: inout SourceLines) -> (line: Range<Int>, before: Int)? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var before = 0
        while var line = lines.next() {
            if before == 0, source[line].starts(with: mark) { line = line.lowerBound + mark.count..<line.upperBound }
            if !source[line].allSatisfy(\.isSpaceOrTab) { return (line, before) }
            before += 1
        }
        return nil
    }
}

extension FrontMatterBlock.Form {
    /// Three marks, and nothing after them that can be seen.
    fileprivate func isOpening(_ line: ArraySlice<UInt8>) -> Bool { isFence(line, self == .yaml ? "---" : "+++") }

    fileprivate func isFence(_ line: ArraySlice<UInt8>, _ marks: String) -> Bool {
        line.starts(with: marks.utf8) && line.dropFirst(marks.utf8.count).allSatisfy(\.isSpaceOrTab)
    }
}

/// How far the lines of front matter have been read.
private struct FrontMatterReading {
    let form: FrontMatterBlock.Form
    private var keyCount = 0
    private var firstKeyHasSpace = false
    private var isBehindBlank = false
    /// Whether a key without a value came last, whose list may stand below it without an indent.
    private var canListItems = false

    init(form: FrontMatterBlock.Form) {
        self.form = form
    }

    /// A paragraph that ends before a thematic break has an empty line there; data does not.
    var canEnd: Bool { keyCount > (firstKeyHasSpace ? 1 : 0) && !(form == .yaml && isBehindBlank) }

    private var hasKey: Bool { keyCount > 0 }

    func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
        form.isOpening(line) || (form == .yaml && form.isFence(line, "..."))
    }

    /// - Returns: whether the line is one that data can have.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        defer { isBehindBlank = line.allSatisfy(\.isSpaceOrTab) }
        if let value = value(in: line) {
            if keyCount == 0 { firstKeyHasSpace = form == .yaml && line[..<value.startIndex].contains(UInt8(ascii: " ")) }
            keyCount += 1
            canListItems = value.allSatisfy(\.isSpaceOrTab)
            return true
        }
        guard let first = line.first else { return hasKey || form == .toml }
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "]"), UInt8(ascii: "}"): return hasKey
        // Behind an empty line it is a heading in YAML's place.
        case UInt8(ascii: "#"): return form == .toml || (hasKey && !isBehindBlank)
        case UInt8(ascii: "["): return form == .toml
        case UInt8(ascii: "-"): return canListItems && (line.dropFirst().first?.isSpaceOrTab ?? true)
        default: return false
        }
    }

    /// What stands behind a line's key; `nil` where it does not begin with one.
    private func value(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = line.first else { return nil }
        var rest = line
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            rest = line.dropFirst().drop { $0 != first }.dropFirst()
        } else {
            guard Self.isOfWord(first) else { return nil }
            rest = line.drop { Self.isOfWord($0) || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " ")].contains($0) }
        }
        guard line.count - rest.count <= Self.longestKey else { return nil }
        rest = rest.drop(while: \.isSpaceOrTab)
        let value = rest.dropFirst()
        switch form {
        case .yaml: return rest.first == UInt8(ascii: ":") && value.first?.isSpaceOrTab ?? true ? value : nil
        case .toml: return rest.first == UInt8(ascii: "=") ? value : nil
        }
    }

    private static let longestKey = 60

    private static func isOfWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte >= 0x80 }
}
