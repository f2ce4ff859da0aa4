import RunStatistics

extension Standing {
    /// Where every series stands that has something to be held against, judged together, so that of what is flagged at most a twentieth is chance.
    static func standings(of trajectories: [Trajectory], rules: VerdictRules) -> [Standing] {
        let candidates = trajectories.indices.compactMap { index in Candidate(trajectories[index]).map { (index, $0) } }
        // High percentiles are judged apart: there are two of them to each central value, and they tell much the same.
        let judgements = Family.judge(
            candidates.map { ($0.1.difference, trajectories[$0.0].better) },
            strata: candidates.map { trajectories[$0.0].key.measure.metric.tail != nil }, rules: rules)
        return zip(candidates, judgements).map { entry, judgement in
            let (index, candidate) = entry
            let accepted = candidate.acknowledgement == nil ? nil : accepted(candidate.difference, trajectories[index].better, rules)
            return Standing(
                trajectory: index, kind: candidate.kind, difference: candidate.difference, judgement: accepted ?? judgement, since: candidate.since,
                acknowledgement: candidate.acknowledgement, runsSince: candidate.runsSince,
                sensitivity: trajectories[index].assessment?.sensitivity)
        }
    }

    /// What an acknowledged change is called: it is known, so that nothing is left to be tested.
    private static func accepted(_ difference: Difference, _ better: Better, _ rules: VerdictRules) -> Judgement {
        guard difference.isLarge(rules) else { return Judgement(verdict: .noChange, pAdjusted: nil) }
        return Judgement(verdict: better.verdict(isHigher: difference.ratio.map { $0 > 1 } ?? (difference.difference > 0)), pAdjusted: nil)
    }

    private struct Candidate {
        let kind: Assessment.Kind?
        let difference: Difference
        let since: Int
        let runsSince: Int
        let acknowledgement: Acknowledgement?

        init?(_ trajectory: Trajectory) {
            guard trajectory.unjudged == nil, let assessment = trajectory.assessment, let newest = trajectory.usable.last else { return nil }
            if let difference = assessment.difference, assessment.kind != nil || trajectory.accepted == nil {
                kind = assessment.kind
                self.difference = difference
                since = assessment.since ?? newest
                acknowledgement = nil
            } else if let accepted = trajectory.accepted, let change = trajectory.changes.last(where: { $0.start == accepted.start }) {
                // What was accepted stays in sight for as long as nothing else happens.
                kind = nil
                difference = Difference(
                    a: Center(n: accepted.start, value: change.before, interval: nil), b: Center(n: change.runs, value: change.after, interval: nil),
                    difference: change.after - change.before, ratio: change.ratio, interval: nil, p: assessment.difference?.p, passes: false)
                since = accepted.start
                acknowledgement = accepted.entry
            } else {
                return nil
            }
            runsSince = trajectory.usable.count { [since] in $0 >= since }
        }
    }
}

extension Standing {
    /// Says of each run of the series what follows from where the series stands.
    func apply(to trajectory: inout Trajectory, rules: VerdictRules) {
        let changes = trajectory.assessment?.changes ?? []
        let spikes = Set((trajectory.assessment?.spikes ?? []).map(\.observation))
        let least = rules.leastChange
        for index in trajectory.points.indices {
            guard let value = trajectory.points[index].value?.value else { continue }
            if trajectory.points[index].state == .otherBranch { trajectory.points[index].hold(against: trajectory.better, least: least) }
            guard trajectory.points[index].isUsable else { continue }
            if acknowledgement != nil ? index == since : isChange && index >= since {
                (trajectory.points[index].verdict, trajectory.points[index].ratio) = (judgement.verdict, difference.ratio)
                continue
            }
            if trajectory.key.measure.failureBasis != nil {
                holdShares(at: index, of: &trajectory, spikes, rules)
                continue
            }
            guard let limits = trajectory.points[index].limits else { continue }
            let base = changes.last { $0.start <= index && $0.p == nil }?.after ?? changes.first?.before
            let level = changes.last { $0.start <= index }
            let here = spikes.contains(index) ? value : level.flatMap { $0.p.map { $0 <= rules.falseDiscoveryRate } == true ? $0.after : nil }
            let ratio = here.flatMap { here in base.flatMap { $0 > 0 && here > 0 ? here / $0 : nil } } ?? (spikes.contains(index) ? value / limits.center : nil)
            trajectory.points[index].ratio = ratio
            guard let ratio, abs(ratio - 1) >= least, trajectory.better != .neither else {
                trajectory.points[index].verdict = .noChange
                continue
            }
            trajectory.points[index].verdict = trajectory.better.verdict(isHigher: ratio > 1)
        }
    }
}

extension Standing {
    /// Says of a run whether its share of failures is at a level of its own, or it stands alone.
    private func holdShares(at index: Int, of trajectory: inout Trajectory, _ spikes: Set<Int>, _ rules: VerdictRules) {
        guard judgement.pAdjusted != nil, trajectory.points[index].earlier > 0, let value = trajectory.points[index].value?.value else { return }
        let changes = trajectory.assessment?.changes ?? []
        let level = changes.last { $0.start <= index }
        let base = changes.last { $0.start <= index && $0.p == nil }?.after ?? changes.first?.before ?? value
        let here = spikes.contains(index) ? value : level?.after ?? base
        let isLarge = abs(here - base) >= rules.leastChange * base && here != base
        trajectory.points[index].verdict = isLarge ? trajectory.better.verdict(isHigher: here > base) : .noChange
    }
}

extension TrajectoryPoint {
    /// Says of a run that is no part of the history whether it lies within what the history lets expect.
    fileprivate mutating func hold(against better: Better, least: Double) {
        guard let limits, let value = value?.value, better != .neither else { return }
        let size = value / limits.center
        ratio = size
        verdict = !isOutside || abs(size - 1) < least ? .noChange : better.verdict(isHigher: size > 1)
    }
}
