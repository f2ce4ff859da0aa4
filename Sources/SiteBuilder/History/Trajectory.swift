import AgentRuns
import RunStatistics

/// The history of one series: every run in order, with its band, its changes and its verdicts.
struct Trajectory: Sendable {
    let key: TrajectoryKey
    /// The path below `history/`, unique among all histories.
    var id: String
    /// Oldest first.
    var points: [TrajectoryPoint]
    /// What the values alone say; `nil` where nothing is judged.
    var assessment: Assessment?
    /// The newest change that is acknowledged: its first usable point, and the entry.
    var accepted: (start: Int, entry: Acknowledgement)?
    var changes: [TrajectoryChange]
    /// Places where a series of another key was joined on, with the reason that the site's owner gives.
    let seams: [Seam]
    /// Why nothing here is judged; `nil` where it is.
    let unjudged: Unjudged?

    struct Seam: Sendable, Hashable {
        /// The first point of the later series.
        let start: Int
        let reason: String
    }

    /// Whether another series differs from this one in the program alone, so that the program has to be named.
    var namesProgram = false
    /// The options that tell the series from others of its agent and model: `backend rocm, n_depth 4096`; `nil` where there is no other.
    var telling: String?

    enum Unjudged: Sendable, Hashable {
        /// The metric has no better or worse.
        case noDirection
        /// None of its runs has a date, so that they have no order.
        case undated
        /// Only means are known, over calls of which the cold ones are not told apart.
        case means(of: TTFTKind.Population)
    }

    /// Whether the runs have an order in time.
    var isOrdered: Bool { unjudged != .undated }

    /// The changes after which the level is another one.
    var levelChanges: [TrajectoryChange] { changes.filter { $0.extent == .level } }

    var runs: Int { points.count }
    var failures: Int { points.count { $0.state == .failed } }
    var excluded: Int { points.count { $0.state == .excluded } }
    var comparable: [TrajectoryPoint] { points.filter { $0.state == .comparable } }
    /// The points whose values are held against each other, also those of fewer calls than usual.
    var usable: [Int] { points.indices.filter { points[$0].isUsable } }
    /// The newest run of the series, whatever became of it; one that was excluded is none of them.
    var newest: TrajectoryPoint? { points.last { $0.state != .excluded } }

    /// The newest run with a value, whether it is held against others or not; `nil` where runs have no order.
    var newestValue: TrajectoryPoint? { isOrdered ? points.last { $0.value != nil && $0.state != .excluded } : nil }

    /// Which way is better, for the rules that judge numbers.
    var better: Better { unjudged == nil ? Better(key.measure.direction) : .neither }
}

extension Better {
    init(_ direction: Metric.Direction) {
        switch direction {
        case .lowerIsBetter: self = .lower
        case .higherIsBetter: self = .higher
        case .neither: self = .neither
        }
    }
}
