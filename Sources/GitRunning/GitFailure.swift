/// The error of a command that works with git.
public protocol GitFailure: Error {
    /// There is no git on this machine.
    static var gitNotFound: Self { get }

    /// Git could not do something; a sentence without a stop.
    static func git(_ message: String) -> Self
}
