public import AgentRuns

/// How files are imported.
public struct ImportOptions: Sendable {
    /// Replaces the suite that the files' layout gives.
    public var suite: String?
    /// The name of the only format to read; `nil` for all.
    public var format: String?
    /// The time of results that have none, and whose surroundings tell none.
    public var date: Timestamp?
    /// How facts are read out of paths.
    public var layout: PathLayout?
    /// Reads every state that the files had in the history of their git repository.
    public var gitHistory: Bool
    /// Finds out what would be stored, and stores nothing.
    public var dryRun: Bool
    /// Keeps host names and server addresses.
    public var keepPrivate: Bool
    /// How many files are read at the same time.
    public var jobs: Int
    /// Called now and then from any thread.
    public var progress: (@Sendable (ImportProgress) -> Void)?

    public init(
        suite: String? = nil, format: String? = nil, date: Timestamp? = nil, layout: PathLayout? = nil, gitHistory: Bool = false,
        dryRun: Bool = false, keepPrivate: Bool = false, jobs: Int = 1, progress: (@Sendable (ImportProgress) -> Void)? = nil
    ) {
        self.suite = suite
        self.format = format
        self.date = date
        self.layout = layout
        self.gitHistory = gitHistory
        self.dryRun = dryRun
        self.keepPrivate = keepPrivate
        self.jobs = jobs
        self.progress = progress
    }
}
