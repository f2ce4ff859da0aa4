import AgentRuns

/// Observations that stand together in a chart: one line, one row, one cell.
struct ObservationGroup {
    enum Key: Hashable {
        case series(SeriesKey)
        /// One value for each field that was asked for; `nil` where it is not recorded.
        case values([OptionValue?])
    }

    let key: Key
    /// At least one.
    let observations: [Observation]

    /// The configuration of all of them, if they have but one.
    var configuration: Configuration? { observations.sharedConfiguration }

    /// Whether the group holds several executions of one run, so that a line through them would not lead from run to run.
    var repeatsRuns: Bool { zip(observations, observations.dropFirst()).contains { $0.run.id == $1.run.id } }
}

extension ObservationGroup.Key: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.series(let a), .series(let b)): return a < b
        case (.series, .values): return true
        case (.values, .series): return false
        case (.values(let a), .values(let b)):
            for (a, b) in zip(a, b) where a != b {
                guard let a, let b else { return a == nil }
                return a.sortKey < b.sortKey
            }
            return a.count < b.count
        }
    }
}

extension [Observation] {
    /// The configuration that all of them have.
    var sharedConfiguration: Configuration? {
        guard let first = first?.series.configuration else { return nil }
        return allSatisfy { $0.series.configuration == first } ? first : nil
    }
}
