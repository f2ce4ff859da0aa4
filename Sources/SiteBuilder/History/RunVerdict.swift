import AgentRuns
import RunStatistics

/// The verdict on one run: its series judged together, each against the runs before it.
struct RunVerdict {
    /// A series of the run, at the run.
    struct Place {
        let trajectory: Trajectory
        let point: TrajectoryPoint
    }

    /// Every series that the run is part of.
    let places: [Place]
    /// Those of them that could be tested, with what came of it.
    let judged: [(place: Place, verdict: VerdictWord)]
    /// What is said of the run as a whole: the worst of its series.
    let verdict: Verdict

    init(_ run: Run, in model: SiteModel) {
        let places = model.places(of: run).map { place in
            Place(trajectory: model.trajectories[place.trajectory], point: model.trajectories[place.trajectory].points[place.point])
        }
        self.places = places
        let tested = places.filter { $0.trajectory.unjudged == nil && $0.point.difference?.p != nil }
        let judgements = Family.judge(
            tested.compactMap { place in place.point.difference.map { ($0, place.trajectory.better) } }, rules: model.rules)
        let judged = zip(tested, judgements).map { (place: $0, verdict: $1.verdict) }
        self.judged = judged
        let regressions = judged.filter { $0.verdict == .regression }
        verdict =
            if run.hasFailed {
                .failed
            } else if run.isInvalid {
                .invalid
            } else if judged.isEmpty {
                .notEnoughData
            } else if !regressions.isEmpty {
                regressions.allSatisfy { $0.place.point.acknowledgement != nil } ? .acknowledged : .regression
            } else {
                judged.contains { $0.verdict == .improvement } ? .improvement : .noChange
            }
    }
}
