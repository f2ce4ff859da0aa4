/// What a file held from one commit on.
struct FileState: Sendable {
    var commit: Commit
    var bytes: [UInt8]
    /// How many states the file had before.
    var ordinal: Int
    /// Files that can say a time, as they were then, by their path from the imported folder.
    var beside: [String: [UInt8]]
}
