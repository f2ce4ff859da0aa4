public import GitRunning

/// Git as publishing runs it.
typealias Git = GitCommand<PublishError>

extension PublishError: GitFailure {
    public static var gitNotFound: PublishError { .failed("git was not found; install it, or publish into a folder with --to") }

    public static func git(_ message: String) -> PublishError { .failed(message) }
}
