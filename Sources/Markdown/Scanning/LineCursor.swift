/// A place in one line of the source, in bytes and in columns, with tabs that stop at every fourth column.
///
/// Follows the line model of the CommonMark specification, section 2.2: a tab may be used up in part.
struct LineCursor {
    let source: [UInt8]
    private(set) var start = 0
    /// Where the line's content ends: before its line break.
    private(set) var end = 0
    private(set) var offset = 0
    private(set) var column = 0
    private(set) var firstNonspace = 0
    private(set) var hasPartialTab = false
    private var firstNonspaceColumn = 0
    /// Before this offset no thematic break can start: set by a search that failed further on.
    var noThematicBreakBefore = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    static let tabStop = 4
    /// This many columns of indentation make code.
    static let codeIndent = 4

    /// Goes to the start of another line; `skipping` bytes of it, a byte order mark, are not there.
    mutating func begin(_ line: Range<Int>, skipping: Int = 0) {
        start = line.lowerBound
        end = line.upperBound
        offset = start + skipping
        column = 0
        firstNonspace = start
        firstNonspaceColumn = 0
        hasPartialTab = false
        noThematicBreakBefore = 0
    }

    /// The byte at an offset; every line reads as if it ended in one line feed, and then zeros.
    subscript(index: Int) -> UInt8 {
        index < end ? source[index] : (index == end ? UInt8(ascii: "\n") : 0)
    }

    /// Columns between the cursor and the next character that is no space.
    var indent: Int { firstNonspaceColumn - column }
    var isIndentedAsCode: Bool { indent >= Self.codeIndent }
    var isBlank: Bool { firstNonspace >= end }
    var isAtEnd: Bool { offset >= end }

    mutating func findNonspace() {
        guard firstNonspace <= offset else { return }
        firstNonspace = offset
        firstNonspaceColumn = column
        while firstNonspace < end {
            switch source[firstNonspace] {
            case UInt8(ascii: " "): firstNonspaceColumn += 1
            case UInt8(ascii: "\t"): firstNonspaceColumn += Self.tabStop - firstNonspaceColumn % Self.tabStop
            default: return
            }
            firstNonspace += 1
        }
    }

    mutating func advance(bytes count: Int) {
        var rest = count
        while rest > 0, offset < end {
            column += source[offset] == UInt8(ascii: "\t") ? Self.tabStop - column % Self.tabStop : 1
            offset += 1
            hasPartialTab = false
            rest -= 1
        }
    }

    mutating func advance(columns count: Int) {
        var rest = count
        while rest > 0, offset < end {
            if source[offset] == UInt8(ascii: "\t") {
                let width = Self.tabStop - column % Self.tabStop
                hasPartialTab = width > rest
                column += min(rest, width)
                if !hasPartialTab { offset += 1 }
                rest -= width
            } else {
                hasPartialTab = false
                offset += 1
                column += 1
                rest -= 1
            }
        }
    }

    mutating func advanceToNonspace() {
        advance(bytes: firstNonspace - offset)
    }

    /// The one space or tab that may follow a block quote's mark belongs to the mark.
    mutating func skipOptionalSpace() {
        if self[offset].isSpaceOrTab { advance(columns: 1) }
    }
}
