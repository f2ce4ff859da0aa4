import AgentRuns
import RunStatistics

/// The verdict on one run: what follows for it from where its series stand.
struct RunVerdict {
    /// A series of the run, at the run.
    struct Place {
        let trajectory: Trajectory
        /// Which of its points is the run's.
        let index: Int

        var point: TrajectoryPoint { trajectory.points[index] }

        /// Whether the run is the newest one that is held against others.
        var isNewest: Bool { trajectory.usable.last == index }
    }

    /// Every series that the run is part of.
    let places: [Place]
    /// Those of them in which something can be said of the run.
    let judged: [(place: Place, verdict: VerdictWord)]
    /// What is said of the run as a whole: the worst of its series.
    let verdict: Verdict

    init(_ run: Run, in model: SiteModel) {
        let places = model.places(of: run).map { place in
            Place(trajectory: model.trajectories[place.trajectory], index: place.point)
        }
        self.places = places
        let judged = places.compactMap { place in place.point.verdict.map { (place: place, verdict: $0) } }
        self.judged = judged
        let regressions = judged.filter { $0.verdict == .regression }
        verdict =
            if model.isExcluded(run) || (!places.isEmpty && places.allSatisfy { $0.point.state == .excluded }) {
                .excluded
            } else if model.hasFailed(run) {
                .failed
            } else if model.observations(of: run).contains(where: { $0.isInvalid && $0.exclusion == nil }) {
                .invalid
            } else if judged.contains(where: { $0.place.point.acknowledgement != nil }), regressions.isEmpty {
                .acknowledged
            } else if judged.isEmpty {
                .notEnoughData
            } else if !regressions.isEmpty {
                regressions.allSatisfy { $0.place.point.acknowledgement != nil } ? .acknowledged : .regression
            } else {
                judged.contains { $0.verdict == .improvement } ? .improvement : .noChange
            }
    }
}
