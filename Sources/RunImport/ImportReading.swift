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
