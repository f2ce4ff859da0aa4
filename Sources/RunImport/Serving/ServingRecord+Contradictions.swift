import AgentRuns

extension ServingRecord {
    /// Leaves out figures that contradict their own record, each with a note that says why.
    ///
    /// Only what cannot be: rounding, ramps and requests that were not counted make figures of one run differ, so every limit is a wide one.
    mutating func dropContradictions() {
        dropFallingPercentiles()
        dropPartsLongerThanTheirWhole()
        dropRatesOfAnotherUnit()
    }

    private static let rising: [Statistic] = [.p50, .p90, .p95, .p99]

    /// Percentiles rise. Which of them is wrong can't be told, so none stays.
    private mutating func dropFallingPercentiles() {
        for (id, summary) in metrics.sorted(by: { $0.key < $1.key }) where !Self.isRate(id) {
            let values = Self.rising.compactMap { summary[$0] }
            let isFalling = zip(values, values.dropFirst()).contains { $0 > $1 * Self.rounding }
            if isFalling { leaveOut(id, Self.rising.filter { summary[$0] != nil }, because: "its percentiles do not rise") }
        }
    }

    /// Percentiles of a rate may be those of the slowest.
    private static func isRate(_ id: MetricID) -> Bool { Metric(id)?.direction == .higherIsBetter || Metric(id) == nil }

    /// Every request's first token comes before its last, so that no statistic of the one is above that of the other; and neither the generated nor
    /// the prompt's tokens are more than both together.
    private mutating func dropPartsLongerThanTheirWhole() {
        if let ttft = metrics[.ttft], let whole = metrics[.e2eLatency] {
            let longer = ([.mean] + Self.rising).contains { statistic in
                guard let part = ttft[statistic], let all = whole[statistic] else { return false }
                return part > all * Self.rounding + Self.printed
            }
            if longer { leaveOut(.ttft, because: "it is longer than the whole request") }
        }
        guard !ratesAreOfPhases, let total = metrics[.totalThroughput]?[.mean] else { return }
        for part in [MetricID.outputThroughput, .promptThroughput] {
            guard let rate = metrics[part]?[.mean], rate > total * Self.mostOfMeans else { continue }
            return leaveOut(.totalThroughput, because: "a part of it, the \(Metric(part)?.name.lowercased() ?? part.rawValue), is larger")
        }
    }

    /// A throughput is its count over the duration; one that is not even near has another unit.
    private mutating func dropRatesOfAnotherUnit() {
        guard let duration, duration > 0 else { return }
        let counts: [(MetricID, MetricID, String)] = [
            (.outputThroughput, .outputTokens, "the generated tokens"), (.promptThroughput, .inputTokens, "the prompts' tokens"),
            (.requestThroughput, .requestsCompleted, "the completed requests"),
        ]
        for (rate, count, words) in counts {
            guard let measured = metrics[rate]?[.mean], let counted = metrics[count]?[.mean], counted > 0, measured > 0 else { continue }
            let factor = measured / (counted / duration)
            if factor > Self.mostOfUnits || factor < 1 / Self.mostOfUnits { leaveOut(rate, because: "it is not \(words) over the duration") }
        }
    }

    /// Figures that were rounded to three digits, and to two decimals.
    private static let rounding = 1.005
    private static let printed = 0.02
    /// Means of momentary rates are not of the same moments.
    private static let mostOfMeans = 2.0
    /// Wrong units are off by a thousand; copies of a tool that time something else beside the requests by far less.
    private static let mostOfUnits = 50.0
}
