import AgentRuns
import Charts

/// A row of a sweep's table: one configuration with its warm calls, with its cold calls, or with nothing but a failure.
struct SweepRow {
    enum Population: String {
        case warm, cold
        /// Of all calls, where cold ones are not told from warm ones.
        case together = "cold and warm"
        /// Of all requests of a serving benchmark.
        case allRequests = "all requests"
        /// Of one call, of which it is not known.
        case undecided
    }

    let configuration: SweepConfiguration
    /// `nil` where nothing was measured.
    let population: Population?
    let figures: SweepFigures
    let n: Int
    let isOnFront: Bool

    /// By throughput, the greatest first; what has none comes last.
    static func rows(of sweep: Sweep) -> [SweepRow] {
        let front = sweep.front
        let rows = sweep.configurations.flatMap { configuration in
            var rows: [SweepRow] = []
            if let median = configuration.median {
                rows.append(
                    SweepRow(
                        configuration: configuration, population: SweepWords(sweep: sweep).own, figures: median, n: configuration.n,
                        isOnFront: front.contains(configuration.configuration)))
            }
            if let median = configuration.coldMedian {
                rows.append(SweepRow(configuration: configuration, population: .cold, figures: median, n: configuration.coldN, isOnFront: false))
            }
            return rows.isEmpty
                ? [SweepRow(configuration: configuration, population: nil, figures: SweepFigures(), n: 0, isOnFront: false)] : rows
        }
        return rows.enumerated().sorted { left, right in
            (-(left.element.figures.throughput ?? -.infinity), left.offset) < (-(right.element.figures.throughput ?? -.infinity), right.offset)
        }.map(\.element)
    }
}
