import AgentRuns

/// An id, and the bytes that its run was read from.
struct RunName: Sendable, Hashable {
    var id: String
    var hash: String?

    init(_ run: Run, under id: String? = nil) {
        self.id = id ?? run.id
        hash = run.hashes.first
    }
}
