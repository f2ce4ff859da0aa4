/// A text as a terminal shows it, by lines: without escape sequences, without what a carriage return or a backspace has overwritten, and with the
/// signs that a wrong code page has broken.
///
/// Each of its lines is one line of the source, so that a place in it is a place in the file.
struct ShownText: Sendable {
    let lines: TextLines
    /// Where the source's lines begin; `nil` where the text is shown as it stands.
    private let starts: [Int]?

    init(_ bytes: [UInt8]) {
        var terminal = Terminal(bytes.count)
        bytes.withUnsafeBufferPointer { terminal.show($0) }
        lines = TextLines(terminal.isChanged ? terminal.output : bytes)
        starts = terminal.isChanged ? terminal.starts : nil
    }

    var count: Int { lines.count }

    /// The line of an index from 0, without blanks at its end.
    subscript(line: Int) -> ArraySlice<UInt8> { lines[line] }

    /// The byte of the source at which a line begins.
    func offset(of line: Int) -> Int {
        guard let starts else { return lines.offset(of: line) }
        return line < starts.count ? starts[line] : starts.last ?? 0
    }

    /// The lines from one on as a text of their own, without what stands before each of them.
    ///
    /// - Parameter isPart: whether a line, as it is without that, still belongs to it.
    func part(from line: Int, behind prefix: ArraySlice<UInt8>, while isPart: (ArraySlice<UInt8>) -> Bool) -> [UInt8] {
        let first = self[line][prefix.endIndex...]
        var behind = LinePrefix(prefix)
        // A bar without an end stands before the first line alone.
        if line + 1 < count, behind.rest(of: self[line + 1]) == nil { behind = LinePrefix([]) }
        var part = Array(first) + [0x0A]
        for index in (line + 1)..<max(line + 1, count) where !isCut(at: index) {
            guard let rest = behind.rest(of: self[index]) else { continue }
            let content = behind.isEmpty ? rest : rest.drop { $0 == 0x20 }
            guard isPart(content) else { break }
            part += content
            part.append(0x0A)
        }
        return part
    }

    /// Whether a line is the last and has no end, so that a figure at its end may have lost digits.
    func isCut(at line: Int) -> Bool { line == count - 1 && lines.bytes.last != 0x0A }

    /// Whether a text stands anywhere; quick where it begins with a rare byte.
    func contains(_ text: StaticString) -> Bool { lines.bytes.withUnsafeBufferPointer { $0.firstPlace(of: text) != nil } }
}

/// What a terminal makes of bytes, as far as it leaves text on a line.
///
/// Source: ECMA-48, sections 5.4 and 5.6, for the shape of control sequences; what they do, apart from their being invisible, is left out.
private struct Terminal {
    private(set) var output: [UInt8] = []
    private(set) var starts: [Int] = [0]
    private(set) var isChanged = false
    private var lineStart = 0

    init(_ capacity: Int) { output.reserveCapacity(capacity) }

    mutating func show(_ bytes: UnsafeBufferPointer<UInt8>) {
        // A text of old Macintosh systems has carriage returns alone.
        let hasLines = bytes.contains(0x0A)
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, !Self.isSpecial[Int(bytes[end])] { end += 1 }
            output.append(contentsOf: bytes[index..<end])
            index = end
            guard index < bytes.count else { return }
            switch bytes[index] {
            case 0x0A:
                output.append(0x0A)
                index += 1
                breakLine(at: index)
            case 0x0D: index = returnCarriage(in: bytes, at: index, hasLines: hasLines)
            case 0x08:
                eraseCharacter()
                index += 1
            default: index = showSpecial(in: bytes, at: index)
            }
        }
    }

    private mutating func breakLine(at offset: Int) {
        starts.append(offset)
        lineStart = output.count
    }

    /// What follows a carriage return overwrites the line, but for one at its end.
    private mutating func returnCarriage(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, hasLines: Bool) -> Int {
        var next = index
        while next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if !hasLines {
            isChanged = true
            output.append(0x0A)
            breakLine(at: next)
        } else if next < bytes.count, bytes[next] != 0x0A {
            isChanged = true
            output.removeSubrange(lineStart...)
        } else {
            output.append(contentsOf: bytes[index..<next])
        }
        return next
    }

    private mutating func eraseCharacter() {
        isChanged = true
        while output.count > lineStart, let last = output.popLast(), last & 0xC0 == 0x80 {}
    }

    private mutating func showSpecial(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        if let end = Self.endOfSequence(in: bytes, at: index) {
            isChanged = true
            return end
        }
        let rest = bytes[index...]
        if let (wrong, right) = Self.signs.first(where: { rest.starts(with: $0.wrong) }) {
            isChanged = true
            output.append(contentsOf: right)
            return index + wrong.count
        }
        output.append(bytes[index])
        return index + 1
    }

    /// Signs that a wrong code page has made of others, and blanks that are none.
    ///
    /// Windows PowerShell takes the UTF-8 of a program for the code page of its console: 437, 850, 852 or 866, 1252, 1251, 936, 932, 949.
    private static let signs: [(wrong: [UInt8], right: [UInt8])] =
        ["┬▒", "Â±", "В±", "卤", "ﾂｱ", "짹"].map { (Array($0.utf8), Array("±".utf8)) }
        + ["┬╡", "Âµ", "Вµ", "碌", "ﾂｵ", "쨉"].map { (Array($0.utf8), Array("µ".utf8)) }
        + [("\u{A0}", " "), ("\u{202F}", " "), ("\u{200B}", "")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// How an escape is written where something has made it visible: as a caret, as in a program's source, or as a system's log has it.
    private static let writtenEscapes: [[UInt8]] = ["^[[", "\\x1b[", "\\x1B[", "\\u001b[", "\\u001B[", "\\033[", "\\e[", "#033["].map {
        Array($0.utf8)
    }

    private static let isSpecial: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in [0x0A, 0x0D, 0x08, 0x1B, 0x07] { table[byte] = true }
        for sign in signs.map(\.wrong) + writtenEscapes + [[0xC2, 0x9B]] { table[Int(sign[0])] = true }
        return table
    }()

    /// The end of an escape sequence; `nil` where none begins. None reaches over the end of its line.
    private static func endOfSequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        if bytes[index] == 0x07 { return index + 1 }
        if bytes[index] == 0x1B {
            guard index + 1 < bytes.count else { return index + 1 }
            switch bytes[index + 1] {
            case UInt8(ascii: "["): return endOfControl(in: bytes, at: index + 2)
            case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): return endOfString(in: bytes, at: index + 2)
            case 0x20..<0x30: return min(index + 3, bytes.count)
            case 0x0A: return index + 1
            default: return index + 2
            }
        }
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x9B { return endOfControl(in: bytes, at: index + 2) }
        let rest = bytes[index...]
        return writtenEscapes.first { rest.starts(with: $0) }.map { endOfControl(in: bytes, at: index + $0.count) }
    }

    private static func endOfControl(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var index = start
        while index < bytes.count, (0x20..<0x40).contains(bytes[index]) { index += 1 }
        return index < bytes.count && (0x40..<0x7F).contains(bytes[index]) ? index + 1 : index
    }

    private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == 0x07 { return index + 1 }
            if bytes[index] == 0x1B { return min(index + 2, bytes.count) }
            index += 1
        }
        return index
    }
}
