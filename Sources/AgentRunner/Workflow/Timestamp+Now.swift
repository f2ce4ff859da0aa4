import AgentRuns
import Platform

extension Timestamp {
    /// The present time in UTC, to the millisecond; `nil` only in a year that has no four digits.
    static var now: Timestamp? {
        Timestamp(Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
