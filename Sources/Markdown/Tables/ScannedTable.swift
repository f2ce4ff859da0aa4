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
