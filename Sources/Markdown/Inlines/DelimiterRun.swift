/// A run of `*`, `_` or `~` that may begin or end a style.
struct DelimiterRun {
    let mark: UInt8
    let start: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
    /// Bytes used up from the front, by closing, and from the back, by opening.
    var closed = 0
    var opened = 0
    var previous: Int?
    var next: Int?

    var remaining: Int { length - closed - opened }
}
