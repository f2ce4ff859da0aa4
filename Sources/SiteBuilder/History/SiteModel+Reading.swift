import AgentRuns
import RunStatistics

extension SiteModel {
    /// The changes of several series read together, one sentence for each agent.
    func reading(of standings: [Standing]) -> JointReading {
        JointReading(
            standings.filter(\.isTested).map { standing in
                let trajectory = trajectories[standing.trajectory]
                let key = trajectory.key
                return JointReading.Finding(
                    agent: [key.slot, key.tellingScenario].compactMap(\.self).joined(separator: " in "), place: key.agent.id,
                    metric: key.measure.metric.rawValue, verdict: standing.judgement.verdict, ratio: standing.difference?.ratio,
                    shares: StandingWords(standing, in: self).shares)
            })
    }

    /// The series that stand out, in the order in which changes are listed everywhere.
    var standouts: [Standing] { standouts(among: standings, failures.values) }

    func standouts(among standings: some Sequence<Standing>, _ failures: some Sequence<Standing>) -> [Standing] {
        let all: [Standing] = Array(failures) + standings.filter { $0.standsOut && !isSaidByFailure($0) }
        let ordered: [(order: ChangeOrder, standing: Standing)] = all.map { (order($0), $0) }
        return ordered.sorted { left, right in
            left.order == right.order ? left.standing.trajectory < right.standing.trajectory : left.order < right.order
        }.map(\.standing)
    }

    /// Whether it says of a series' runs that they fail, where it is said already that the newest one did.
    private func isSaidByFailure(_ standing: Standing) -> Bool {
        let trajectory = trajectories[standing.trajectory]
        return trajectory.key.measure.failureBasis == .runs && failure(of: trajectory) != nil
    }

    private func order(_ standing: Standing) -> ChangeOrder {
        ChangeOrder(
            standing.judgement.verdict, isAcknowledged: standing.acknowledgement != nil,
            isShare: trajectories[standing.trajectory].key.measure.isShare, standing.difference)
    }

    /// The failure of a series' newest run; `nil` where it did not fail.
    func failure(of trajectory: Trajectory) -> Standing? { trajectory.newest.flatMap { failures[$0.observation.id] } }

    /// Everything that is said of a series, the worst first: that its newest run failed, and what stands out besides; else where it stands.
    func answers(of trajectory: Trajectory) -> [Standing] {
        let standing = standing(of: trajectory)
        guard let failure = failure(of: trajectory) else { return [standing].compactMap(\.self) }
        return [failure] + [standing].compactMap(\.self).filter { $0.standsOut && !isSaidByFailure($0) }
    }

    /// The run with which what is said began. A failure is said of several series, and counts the runs of the first.
    func since(_ standing: Standing) -> Run { trajectories[standing.trajectory].points[standing.since].run }

    /// What a series is now, and what that is of; `nil` where its newest run failed, where its runs have no order, and where it has no value.
    func now(of trajectory: Trajectory) -> Center? {
        if failure(of: trajectory) != nil { return nil }
        return standing(of: trajectory)?.now ?? trajectory.newestValue?.value.map { Center(n: 1, value: $0.value, interval: nil) }
    }
}
