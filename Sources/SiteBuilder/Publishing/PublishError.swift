public import Diagnostics
import Files

/// Why a site was not published; nothing at the target has changed then.
public enum PublishError: Error, Sendable, Hashable {
    /// The target can't be what it was given as: a folder of someone else's, a branch name that is none.
    case unsuitableTarget(String)
    /// There is no built site to publish, or this machine refused an operation.
    case failed(String)
    /// The other side can't be reached, or took the site and refused it.
    case refusedByRemote(String)

    /// One sentence or two: what is wrong, then what to do.
    public var message: String {
        switch self {
        case .unsuitableTarget(let message), .failed(let message), .refusedByRemote(let message): message
        }
    }

    /// What the process should exit with.
    public var exitCode: Int32 {
        switch self {
        case .unsuitableTarget: 64
        case .failed: 1
        case .refusedByRemote: 75
        }
    }

    public var diagnostic: Diagnostic { .error(message) }

    /// Runs a file operation whose failure ends the publishing.
    static func wrapping<Value>(_ operation: () throws(FileError) -> Value) throws(PublishError) -> Value {
        do {
            return try operation()
        } catch {
            throw .failed("\(error.path): \(error.cause.description.lowercased())")
        }
    }
}
