/// How a published site differs from the one before it, counted in files.
public struct PublishSummary: Sendable, Hashable {
    public var added = 0
    public var changed = 0
    public var removed = 0
    public var unchanged = 0
    /// The new commit's id, where the site went to a branch.
    public var commit: String?

    public init(added: Int = 0, changed: Int = 0, removed: Int = 0, unchanged: Int = 0, commit: String? = nil) {
        self.added = added
        self.changed = changed
        self.removed = removed
        self.unchanged = unchanged
        self.commit = commit
    }

    /// Whether the target already held exactly this site, so that it was left as it is.
    public var isNothing: Bool { added == 0 && changed == 0 && removed == 0 && commit == nil }
}

extension PublishSummary {
    /// `2 added, 1 changed, 0 removed`.
    var counts: String { "\(added) added, \(changed) changed, \(removed) removed" }
}

extension PublishSummary: CustomStringConvertible {
    /// The counts, or `nothing to publish`.
    public var description: String {
        isNothing ? "nothing to publish" : counts
    }
}
