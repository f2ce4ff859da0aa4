/// What a document may hold besides plain CommonMark.
public struct MarkdownExtensions: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Tables, struck text, task items and bare addresses, as cmark-gfm 0.29.0.gfm.6 has them.
    ///
    /// Under it is CommonMark 0.30, so these rare things still differ from cmark-gfm:
    /// - A `<textarea>` alone on a line begins verbatim text up to `</textarea>`.
    /// - Vertical tabs and form feeds are space.
    /// - Numbers of eight digits name no character in info strings and link targets.
    /// - A lazy line that is indented as code and begins with a task item's marks is no task item; `2- [x]` is none either.
    /// - A paragraph that begins with a quotation, right behind a link reference definition, is read as plain CommonMark.
    ///
    /// These bounds keep the result in proportion to the source: lists nest 100 deep, short rows add 524 288 cells to one table,
    /// and links copy no more from their definitions than the source is long.
    public static let gfm = MarkdownExtensions(rawValue: 1)
    /// One tilde strikes nothing: it is how ranges are written, `487~615 ms`. cmark-gfm has it as `--strikethrough-double-tilde`.
    public static let onlyDoubleTildes = MarkdownExtensions(rawValue: 2)
    /// Front matter at the top is a block of its own, which is shown as it is; `--plain` leaves it out, as nothing there could be compared with it.
    public static let frontMatter = MarkdownExtensions(rawValue: 4)
    /// What pages and reports hold.
    public static let page: MarkdownExtensions = [.gfm, .onlyDoubleTildes]
    /// CommonMark alone.
    public static let none: MarkdownExtensions = []
}
