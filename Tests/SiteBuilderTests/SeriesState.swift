import AgentRuns
import RunStatistics

@testable import SiteBuilder

/// What is to be said of one series, straight from where the model says that it stands.
struct SeriesState {
    let trajectory: Trajectory
    let standing: Standing?
    /// Of its newest run.
    let failure: Standing?

    /// The states of all series, in their order.
    static func all(in model: SiteModel) -> [SeriesState] {
        let standings = Dictionary(uniqueKeysWithValues: model.standings.map { ($0.trajectory, $0) })
        return model.trajectories.enumerated().map { SeriesState($1, standings[$0], in: model) }
    }

    private init(_ trajectory: Trajectory, _ standing: Standing?, in model: SiteModel) {
        (self.trajectory, self.standing) = (trajectory, standing)
        failure = trajectory.points.last { $0.state != .excluded }.flatMap { model.failures[$0.observation.id] }
    }

    /// A failure counts before everything else.
    var first: Standing? { failure ?? standing }

    /// `regression`, `not-enough-data`: what its mark is.
    var mark: String {
        guard let first else { return trajectory.unjudged == nil ? "not-enough-data" : "not-comparable" }
        return first.acknowledgement != nil ? "acknowledged" : first.judgement.verdict.rawValue.replacing("_", with: "-")
    }

    /// Whether no sentence may speak of a change for better or worse.
    var isQuiet: Bool { standing?.judgement.verdict != .regression && standing?.judgement.verdict != .improvement }

    /// The newest run whose value is held against others.
    var newestUsable: Int? { trajectory.points.indices.last { trajectory.points[$0].isUsable } }

    func runID(_ index: Int) -> Run.ID { trajectory.points[index].run.id }

    var page: String { "history/\(trajectory.id).html" }
}

extension VerdictWord {
    var mark: String { rawValue.replacing("_", with: "-") }
}
