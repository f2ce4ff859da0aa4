import AgentRuns

/// The commit that brought a state of a file.
struct Commit: Sendable, Hashable {
    /// In hexadecimal.
    var id: String
    /// When its author made it.
    var time: Timestamp

    /// As runs have it.
    var shortID: String { String(id.prefix(12)) }
}
