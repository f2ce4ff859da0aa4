/// How files are imported.
public struct ImportOptions: Sendable {
    /// Replaces the suite that the files' layout gives.
    public var suite: String?
    /// The name of the only format to read; `nil` for all.
    public var format: String?
    /// Finds out what would be stored, and stores nothing.
    public var dryRun: Bool
    /// Keeps host names and server addresses.
    public var keepPrivate: Bool
    /// How many files are read at the same time.
    public var jobs: Int
    /// Called now and then from any thread.
    public var progress: (@Sendable (ImportProgress) -> Void)?

    public init(
        suite: String? = nil, format: String? = nil, dryRun: Bool = false, keepPrivate: Bool = false, jobs: Int = 1,
        progress: (@Sendable (ImportProgress) -> Void)? = nil
    ) {
        self.suite = suite
        self.format = format
        self.dryRun = dryRun
        self.keepPrivate = keepPrivate
        self.jobs = jobs
        self.progress = progress
    }
}
