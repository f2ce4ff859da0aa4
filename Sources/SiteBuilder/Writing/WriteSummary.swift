/// What writing a site did, counted in files.
public struct WriteSummary: Sendable, Hashable {
    /// Files that are new or whose bytes differ from what stood there.
    public var written = 0
    /// Files that already held the same bytes and were left alone, those that the caller kept included.
    public var unchanged = 0
    /// Files of an earlier build that the site no longer has.
    public var removed = 0
    /// Bytes of every file that was handed over, written or not.
    public var bytes = 0

    public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytes: Int = 0) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.bytes = bytes
    }
}
