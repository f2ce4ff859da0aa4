public import Diagnostics
import Files

/// A site that could not be written; it names every file that stood in the way.
public struct WriteError: Error, Sendable, Hashable {
    public let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    init(_ message: String, at path: String) {
        self.init([.error(message, at: SourceLocation(path))])
    }

    /// Runs a file operation whose failure ends the write.
    static func wrapping<Value>(_ operation: () throws(FileError) -> Value) throws(WriteError) -> Value {
        do {
            return try operation()
        } catch {
            throw WriteError([error.diagnostic])
        }
    }
}
