import RunStatistics

extension Standing {
    /// Where every series stands that has something to be held against, judged together, so that of what is flagged at most a twentieth is chance.
    ///
    /// Held against its reference is the newest run where it lies outside the band or a change before it is still open, else everything since the
    /// newest settled change.
    static func standings(of trajectories: [Trajectory], rules: VerdictRules) -> [Standing] {
        let candidates = trajectories.indices.compactMap { index in
            Candidate(trajectories[index], rules: rules).map { (index, $0) }
        }
        let judgements = Family.judge(candidates.map { ($0.1.difference, trajectories[$0.0].better) }, rules: rules)
        return zip(candidates, judgements).map { entry, judgement in
            let (index, candidate) = entry
            return Standing(
                trajectory: index, difference: candidate.difference, judgement: judgement, since: candidate.since,
                acknowledgement: candidate.acknowledgement, runsSince: candidate.runsSince)
        }
    }

    private struct Candidate {
        let difference: Difference
        let since: Int
        let runsSince: Int
        let acknowledgement: Acknowledgement?

        init?(_ trajectory: Trajectory, rules: VerdictRules) {
            guard trajectory.unjudged == nil,
                let last = trajectory.points.lastIndex(where: { $0.state == .comparable }), let next = trajectory.points[last].difference
            else { return nil }
            let change = trajectory.changes.last
            let isOpen = change.map { $0.isProvisional && $0.acknowledgement == nil } ?? false
            if let change, !next.passes, !isOpen, let difference = change.difference, difference.p != nil || change.acknowledgement != nil {
                self.difference = difference
                (since, runsSince, acknowledgement) = (change.start, change.after.count, change.acknowledgement)
            } else {
                difference = next
                since = isOpen ? change?.start ?? last : last
                runsSince = isOpen ? change?.after.count ?? 1 : 1
                acknowledgement = trajectory.points[last].acknowledgement ?? (isOpen ? nil : trajectory.points[since].acknowledgement)
            }
        }
    }
}
