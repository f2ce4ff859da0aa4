public import Diagnostics

/// What became of a plan.
public struct RunOutcome: Sendable {
    public enum Ending: Sendable, Hashable {
        case finished
        /// The next run would have gone over the budget.
        case overBudget
        case serverFailed
        /// A file could not be read or written.
        case fileFailed
        case interrupted
    }

    public var ending = Ending.finished
    /// Ids of the runs that were recorded.
    public var completed: [String] = []
    public var failed: [String] = []
    /// How many runs were stored before and are not repeated.
    public var skipped = 0
    /// How many are still to be made.
    public var remaining = 0
    public var diagnostics: [Diagnostic] = []

    /// 0, 1 for files, 75 for servers, 130 for an interruption.
    public var exitCode: Int32 {
        switch ending {
        case .finished, .overBudget: failed.isEmpty ? 0 : 75
        case .serverFailed: 75
        case .fileFailed: 1
        case .interrupted: 130
        }
    }

    /// One line: `4 completed, 0 failed, 2 stored before, 0 left`.
    public var summary: String {
        "\(completed.count) completed, \(failed.count) failed, \(skipped) stored before, \(remaining) left"
    }
}
