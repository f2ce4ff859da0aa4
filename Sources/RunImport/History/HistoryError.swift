import Diagnostics
import GitRunning

/// Why the history of a folder can't be read; a sentence without a stop.
struct HistoryError: Error, GitFailure {
    var message: String

    static var gitNotFound: HistoryError { HistoryError(message: "--git-history needs git, which was not found; install it") }

    static func git(_ message: String) -> HistoryError { HistoryError(message: message) }
}
