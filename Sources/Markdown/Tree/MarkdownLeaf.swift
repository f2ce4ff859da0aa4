/// What encloses nothing.
enum MarkdownLeaf {
    case text(CText)
    case code(CText)
    case rawInline(CText)
    case softBreak
    case hardBreak
    case thematicBreak
    case codeBlock(info: CText, literal: CText, line: Int)
    case rawBlock(CText)
}
