/// Something the user should know about an input: what, where, and how bad.
///
/// Diagnostics are collected and shown together; only a bug in the program stops it.
public struct Diagnostic: Error, Sendable, Hashable {
    public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
        case note, warning, error

        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

        /// The word that stands between the location and the message.
        public var word: String {
            switch self {
            case .note: "note"
            case .warning: "warning"
            case .error: "error"
            }
        }
    }

    public var severity: Severity
    public var location: SourceLocation?
    /// One sentence without a final stop: what is wrong, then what to do.
    public var message: String
    public var excerpt: SourceExcerpt?

    public init(_ severity: Severity, _ message: String, at location: SourceLocation? = nil, excerpt: SourceExcerpt? = nil) {
        self.severity = severity
        self.location = location
        self.message = message
        self.excerpt = excerpt
    }

    public static func error(_ message: String, at location: SourceLocation? = nil, excerpt: SourceExcerpt? = nil) -> Diagnostic {
        Diagnostic(.error, message, at: location, excerpt: excerpt)
    }

    public static func warning(_ message: String, at location: SourceLocation? = nil, excerpt: SourceExcerpt? = nil) -> Diagnostic {
        Diagnostic(.warning, message, at: location, excerpt: excerpt)
    }

    public static func note(_ message: String, at location: SourceLocation? = nil) -> Diagnostic {
        Diagnostic(.note, message, at: location)
    }
}
