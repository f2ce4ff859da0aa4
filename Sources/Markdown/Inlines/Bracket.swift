/// A `[` or `![` that may begin a link or an image.
struct Bracket {
    var isImage: Bool
    var isActive = true
    /// The offset of the `[`.
    var opening: Int
    var previousDelimiter: Int?
    /// Whether another bracket opened behind this one, so that the text between is no label.
    var hasBracketAfter = false
}
