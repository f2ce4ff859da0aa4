public import Diagnostics

/// What an import did: ids of runs by what became of them, files that gave none, and problems.
public struct ImportOutcome: Sendable {
    public enum Rendering: String, Sendable, CaseIterable {
        case text, json
    }

    public var new: [String] = []
    public var unchanged: [String] = []
    public var updated: [String] = []
    public var skipped: [SkippedFile]
    public var diagnostics: [Diagnostic]

    public init(
        new: [String] = [], unchanged: [String] = [], updated: [String] = [], skipped: [SkippedFile] = [], diagnostics: [Diagnostic] = []
    ) {
        self.new = new
        self.unchanged = unchanged
        self.updated = updated
        self.skipped = skipped
        self.diagnostics = diagnostics
    }

    public var hasErrors: Bool { errorCount > 0 }

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
