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
