/// A table written as a run of headings, one for each cell.
struct LoweredTable {
    /// The line of the first cell.
    var line: Int
    var alignments: [TableAlignment]
    /// How many cells each row wrote; the first row is the header.
    var rows: [Int]
}
