public import AgentRuns

/// A run and the reports and documents beside it, by file name.
public struct ImportedRun: Sendable {
    public var run: Run
    public var files: [String: [UInt8]]
    /// Where the user finds the file that gave the figures.
    var path: String?

    public init(run: Run, files: [String: [UInt8]] = [:]) {
        self.run = run
        self.files = files
    }
}
