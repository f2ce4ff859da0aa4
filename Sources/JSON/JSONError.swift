public import Diagnostics

/// A mistake in a JSON text, at a byte offset.
public struct JSONError: Error, Sendable, Hashable {
    public var message: String
    public var offset: Int

    public init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// The same mistake with file, line, column and the line it stands on.
    public func diagnostic(path: String, source: some RandomAccessCollection<UInt8>) -> Diagnostic {
        let (location, excerpt) = SourceLocation.at(offset: offset, in: source, path: path)
        return .error(message, at: location, excerpt: excerpt)
    }
}
