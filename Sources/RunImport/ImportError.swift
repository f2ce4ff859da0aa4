import JSON

/// Why a file that a format recognized gave nothing.
public enum ImportError: Error, Sendable, Hashable {
    /// The file breaks its format at a byte offset.
    case broken(String, offset: Int)
    /// The file is whole and understood, and is no run of its own.
    case notARun(String)

    init(_ error: JSONError) {
        self = .broken(error.message, offset: error.offset)
    }
}
