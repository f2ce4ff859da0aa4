public import AgentRuns

/// A run and the reports and documents beside it, by file name.
public struct ImportedRun: Sendable {
    public var run: Run
    public var files: [String: [UInt8]]

    public init(run: Run, files: [String: [UInt8]] = [:]) {
        self.run = run
        self.files = files
    }
}
