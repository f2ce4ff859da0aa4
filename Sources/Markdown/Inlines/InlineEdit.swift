/// A change to a block's text that makes an extension's meaning plain to libcmark, or hides from it what has none.
struct InlineEdit {
    enum Replacement {
        /// A mark that shows nothing, so that the line is not read as another block.
        case inert
        /// A backslash before the byte, which is then text.
        case escape
        /// A character by its number, with as few digits as it needs.
        case entity(UInt32)
        case begin(InlineStyle)
        case end(InlineStyle)
        case autolink(Autolink)
        /// The label that a link's text is looked up by, since the text itself may have been changed; with brackets where it has none.
        case label(Range<Int>, hasBrackets: Bool)
    }

    var range: Range<Int>
    var replacement: Replacement
}
