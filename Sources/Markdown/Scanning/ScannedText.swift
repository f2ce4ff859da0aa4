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
