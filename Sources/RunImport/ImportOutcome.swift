public import Diagnostics

/// What an import did: ids of runs by what became of them, files that gave none, and problems.
public struct ImportOutcome: Sendable {
    public enum Rendering: String, Sendable, CaseIterable {
        case text, json
    }

    /// Runs of one format that belong to one suite.
    public struct Group: Sendable, Hashable {
        public var format: String
        public var suite: String
        public var runs: Int

        public init(format: String, suite: String, runs: Int) {
            self.format = format
            self.suite = suite
            self.runs = runs
        }
    }

    public var new: [String] = []
    public var unchanged: [String] = []
    public var updated: [String] = []
    /// What was read, the larger groups first.
    public var groups: [Group]
    public var skipped: [SkippedFile]
    /// Files of results whose path does not fit the layout; their runs were imported without it.
    public var unfit: [String]
    /// The command to type next; `nil` where nothing changed.
    public var next: String?
    public var diagnostics: [Diagnostic]

    public init(
        new: [String] = [], unchanged: [String] = [], updated: [String] = [], groups: [Group] = [], skipped: [SkippedFile] = [],
        unfit: [String] = [], next: String? = nil, diagnostics: [Diagnostic] = []
    ) {
        self.new = new
        self.unchanged = unchanged
        self.updated = updated
        self.groups = groups
        self.skipped = skipped
        self.unfit = unfit
        self.next = next
        self.diagnostics = diagnostics
    }

    public var hasErrors: Bool { errorCount > 0 }

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
