public import Diagnostics

/// Every run that could be read, sorted by id, and what was wrong with the others.
public struct RunLibrary: Sendable {
    public var runs: [Run]
    public var diagnostics: [Diagnostic]
}
