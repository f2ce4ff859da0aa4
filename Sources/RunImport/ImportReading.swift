public import AgentRuns
public import Diagnostics

/// What was read from files, before anything is stored.
public struct ImportReading: Sendable {
    public var runs: [ImportedRun]
    public var skipped: [SkippedFile]
    public var diagnostics: [Diagnostic]

    public init(runs: [ImportedRun] = [], skipped: [SkippedFile] = [], diagnostics: [Diagnostic] = []) {
        self.runs = runs
        self.skipped = skipped
        self.diagnostics = diagnostics
    }

    mutating func append(_ other: ImportReading) {
        runs += other.runs
        skipped += other.skipped
        diagnostics += other.diagnostics
    }
}

/// A run and the reports and documents beside it, by file name.
public struct ImportedRun: Sendable {
    public var run: Run
    public var files: [String: [UInt8]]

    public init(run: Run, files: [String: [UInt8]] = [:]) {
        self.run = run
        self.files = files
    }
}

/// A file that gave no run, and why.
public struct SkippedFile: Sendable, Hashable {
    /// From the folder that was imported.
    public var path: String
    public var reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
