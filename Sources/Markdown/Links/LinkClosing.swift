/// What an open link will be closed with.
enum LinkClosing {
    case anchor
    /// The link is shown as its text alone.
    case nothing
}
