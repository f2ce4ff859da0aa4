public import Diagnostics
public import SystemPackage

/// A file operation that the system refused.
public struct FileError: Error, Sendable, Hashable {
    public var path: FilePath
    public var cause: Errno

    public init(path: FilePath, cause: Errno) {
        self.path = path
        self.cause = cause
    }

    public var diagnostic: Diagnostic {
        .error("\(cause.description.lowercased())", at: SourceLocation(path.string))
    }
}
