/// What a mark says.
enum Mark {
    case inert
    case begin(InlineStyle)
    case end(InlineStyle)
    case autolink(Int)
}
