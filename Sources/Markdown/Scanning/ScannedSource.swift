/// What the block scanner found in a source that plain CommonMark has no notion of, or that must be looked at more closely.
struct ScannedSource {
    /// Text of leaf blocks with something in it to rewrite.
    var texts: [ScannedText] = []
    var tables: [ScannedTable] = []
    var taskItems: [ScannedTaskItem] = []
    /// Offsets of text that libcmark would read as something else: a list marker too deep, a tag that newer versions know.
    var inertStarts: [Int] = []
    /// Lines that end a paragraph which libcmark would go on with: from the line's start to its first character that is no space.
    var barriers: [(barrierLine: Int, prefix: Range<Int>)] = []
    /// Offsets that a backslash goes before.
    var escapes: [Int] = []
    var references = ReferenceLabels()

    var isEmpty: Bool {
        texts.isEmpty && tables.isEmpty && taskItems.isEmpty && inertStarts.isEmpty && barriers.isEmpty
            && escapes.isEmpty
    }
}

/// The text of one paragraph or heading: where its lines stand in the source, without what contains them.
struct ScannedText {
    enum Place {
        case block
        /// The lines of a paragraph above the header that became a table's.
        case aboveTable
    }

    var lines: [Range<Int>]
    var place: Place
    /// Whether the block begins here, so that a lone tag would begin an HTML block.
    var beginsBlock: Bool
}

/// A table: the places of its lines in the source.
struct ScannedTable {
    var alignments: [TableAlignment]
    var header: Range<Int>
    /// The number of the header's line, from 1.
    var headerLine: Int
    /// Where the text that the table replaces begins.
    var start: Int
    /// Whether `start` is the beginning of a line, before the marks of what contains the table.
    var startsLine: Bool
    /// What stands before the delimiter row: the marks that go on with the blocks containing the table.
    var continuation: Range<Int>
    /// Whether a list item holds the table.
    var isInItem: Bool
    var rows: [Row] = []
    /// Where the table's last line ends, before its line break.
    var end: Int
    /// Cells that rows were short of.
    var missingCells = 0

    struct Row {
        var line: Int
        var prefix: Range<Int>
        var content: Range<Int>
    }

    /// The most cells that short rows may add to one table, as in cmark-gfm since 0.29.0.gfm.7; a later row ends the table.
    static let mostMissingCells = 0x80000
}

/// A list item that begins with a box: `[ ]` or `[x]`.
struct ScannedTaskItem {
    enum Replacement {
        /// The text behind cannot be mistaken for another block: the box goes.
        case nothing
        /// A tag that keeps the text behind a paragraph.
        case inertTag
    }

    var line: Int
    var isDone: Bool
    /// The box, and the spaces behind it where the text moves up.
    var range: Range<Int>
    var replacement: Replacement
}
