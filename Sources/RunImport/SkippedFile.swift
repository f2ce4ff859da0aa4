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
