/// Reads a text line by line against a fixed grammar; blank lines may stand anywhere, because a linter adds them.
struct LineReader {
    let text: TextLines
    /// The next line to read, from 0.
    var line: Int

    init(_ text: TextLines, at line: Int = 0) {
        self.text = text
        self.line = line
    }

    /// The next line that is not blank, without taking it.
    mutating func peek() -> ArraySlice<UInt8>? {
        line = text.nextFilled(from: line)
        return line < text.count ? text[line] : nil
    }

    var isAtEnd: Bool { text.nextFilled(from: line) == text.count }

    /// Takes a line that is exactly this.
    mutating func take(_ exact: StaticString) -> Bool {
        guard let next = peek(), next.equals(exact) else { return false }
        line += 1
        return true
    }

    /// Takes a line that begins and ends with these, and returns what stands between.
    mutating func take(_ opening: StaticString, _ closing: StaticString) -> ArraySlice<UInt8>? {
        guard let value = peek()?.between(opening, closing) else { return nil }
        line += 1
        return value
    }

    mutating func require(_ exact: StaticString) throws(ImportError) {
        guard take(exact) else { throw missing(exact) }
    }

    mutating func require(_ opening: StaticString, _ closing: StaticString) throws(ImportError) -> ArraySlice<UInt8> {
        guard let value = take(opening, closing) else { throw missing(opening) }
        return value
    }

    mutating func requireFigure(_ opening: StaticString, _ closing: StaticString) throws(ImportError) -> PrintedFigure {
        let start = line
        let value = try require(opening, closing)
        guard let figure = PrintedFigure(value) else { throw broken("'\(value.string)' is no figure", at: start) }
        return figure
    }

    mutating func requireInteger(_ opening: StaticString, _ closing: StaticString = "") throws(ImportError) -> Int {
        let value = try require(opening, closing)
        guard let number = value.integer else { throw broken("'\(value.string)' is no whole number", at: line - 1) }
        return number
    }

    /// Takes a block between two fences and returns the lines in it, from 0.
    mutating func takeFenced() -> Range<Int>? {
        guard let next = peek(), next.opens(with: "```") else { return nil }
        let first = line + 1
        guard let end = (first..<max(first, text.count)).first(where: { text.line($0, is: "```") }) else { return nil }
        line = end + 1
        return first..<end
    }

    func missing(_ wanted: StaticString) -> ImportError { broken("expected '\(wanted)' here", at: text.nextFilled(from: line)) }

    func broken(_ message: String, at line: Int) -> ImportError { .broken(message, offset: text.offset(of: line)) }
}
