import RunStatistics

extension Standing {
    /// Where every series stands that has something to be held against, judged together, so that of what is flagged at most a twentieth is chance.
    ///
    /// - Parameter rules: those of one metric.
    static func standings(of trajectories: [Trajectory], _ rules: VerdictRules, of metric: (Trajectory) -> VerdictRules) -> [Standing] {
        let candidates = trajectories.indices.compactMap { index in Candidate(trajectories[index]).map { (index, $0) } }
        // High percentiles are judged apart: there are two of them to each central value, and they tell much the same.
        let judgements = Family.judge(
            candidates.map { ($0.1.difference, trajectories[$0.0].better) },
            strata: candidates.map { trajectories[$0.0].key.measure.metric.tail != nil }, rules: rules)
        return zip(candidates, judgements).map { entry, judgement in
            let (index, candidate) = entry
            let trajectory = trajectories[index]
            let accepted = candidate.acknowledgement == nil ? nil : accepted(candidate.difference, in: trajectory, metric(trajectory))
            let judgement = accepted ?? judgement
            let isChange = judgement.verdict == .regression || judgement.verdict == .improvement
            let holds = isChange || candidate.kind.map { !$0.isOfMovedLevel } == true
            return Standing(
                trajectory: index, kind: holds ? candidate.kind : nil, unproven: holds ? nil : candidate.kind, difference: candidate.difference,
                judgement: judgement, since: candidate.since, acknowledgement: candidate.acknowledgement, runsSince: candidate.runsSince,
                reference: trajectory.assessment?.reference, sensitivity: trajectory.assessment?.sensitivity)
        }
    }

    /// What an acknowledged change is called: it is known, so that nothing is left to be tested.
    private static func accepted(_ difference: Difference, in trajectory: Trajectory, _ rules: VerdictRules) -> Judgement {
        Judgement(verdict: trajectory.verdict(from: difference.a.value, to: difference.b.value, least: rules.leastChange), pAdjusted: nil)
    }

    private struct Candidate {
        let kind: Assessment.Kind?
        let difference: Difference
        let since: Int
        let runsSince: Int
        let acknowledgement: Acknowledgement?

        init?(_ trajectory: Trajectory) {
            guard trajectory.unjudged == nil, let assessment = trajectory.assessment, let newest = trajectory.usable.last else { return nil }
            let accepted = trajectory.accepted.flatMap { accepted in
                trajectory.levelChanges.last { $0.start == accepted.start }.map { (change: $0, entry: accepted.entry) }
            }
            if let difference = assessment.difference, difference.p != nil, assessment.kind != nil || accepted == nil {
                kind = assessment.kind
                self.difference = difference
                since = assessment.since ?? newest
                acknowledgement = nil
            } else if let accepted {
                // What was accepted stays in sight for as long as nothing else happens.
                let change = accepted.change
                let start = trajectory.levelChanges.last { $0.start < change.start }?.start ?? 0
                kind = nil
                difference = Difference(
                    a: Center(n: trajectory.usable.count { (start..<change.start).contains($0) }, value: change.before, interval: nil),
                    b: Center(n: change.runs, value: change.after, interval: nil),
                    difference: change.after - change.before, ratio: change.ratio, interval: nil, p: assessment.difference?.p, passes: false)
                since = change.start
                acknowledgement = accepted.entry
            } else {
                return nil
            }
            runsSince = trajectory.usable.count { [since] in $0 >= since }
        }
    }
}

extension Assessment.Kind {
    /// Whether it says that the level moved, and so needs a verdict to hold.
    fileprivate var isOfMovedLevel: Bool {
        switch self {
        case .step, .newest, .drift: true
        case .unstable, .moreVariable, .back: false
        }
    }
}

extension Standing {
    /// The agents whose newest run failed, one standing each, by that execution.
    ///
    /// A failure is of the agent's run and not of a metric, so that it stands once, in the first of the agent's series, and one entry that
    /// acknowledges it in any of them is enough.
    static func failures(of trajectories: [Trajectory]) -> [ObservationID: Standing] {
        var failures: [ObservationID: Standing] = [:]
        for (index, trajectory) in trajectories.enumerated() {
            // Among runs without dates none is the newest.
            guard let newest = trajectory.newest, newest.state == .failed, newest.run.startedAt != nil else { continue }
            let known = failures[newest.observation.id]
            let runs = trajectory.points.reversed().prefix { $0.state == .failed }.count
            failures[newest.observation.id] = Standing(
                trajectory: known?.trajectory ?? index, kind: nil, unproven: nil, difference: nil,
                judgement: Judgement(verdict: .failed, pAdjusted: nil),
                since: known?.since ?? trajectory.points.count - runs, acknowledgement: known?.acknowledgement ?? newest.acknowledgement,
                runsSince: known?.runsSince ?? runs, reference: nil, sensitivity: nil)
        }
        return failures
    }
}

extension Standing {
    /// Says of each run of the series what follows from where the series stands.
    func apply(to trajectory: inout Trajectory, rules: VerdictRules) {
        let changes = trajectory.assessment?.changes ?? []
        let all = trajectory.assessment?.spikes ?? []
        let (spikes, apart) = (Set(all.map(\.observation)), all.filter { $0.isFound(rules) })
        let least = rules.leastChange
        for index in trajectory.points.indices {
            guard let value = trajectory.points[index].value?.value else { continue }
            if trajectory.points[index].state == .otherBranch { trajectory.hold(index, least: least) }
            guard trajectory.points[index].isUsable else { continue }
            // A run that lay apart alone says nothing of the level, and the level nothing of it.
            if let spike = apart.first(where: { $0.observation == index }) {
                trajectory.say(of: index, from: spike.level, to: value, least: least)
                continue
            }
            if acknowledgement != nil ? index == since : isChange && index >= since {
                say(of: index, value, in: &trajectory, changes, least: least)
                // The entry may name a run before it that can't be compared.
                if trajectory.points[index].acknowledgement == nil { trajectory.points[index].acknowledgement = acknowledgement }
                continue
            }
            if isQuiet(at: index, of: trajectory) {
                trajectory.points[index].verdict = .noChange
                continue
            }
            if trajectory.key.measure.isShare {
                sayOfShare(at: index, of: &trajectory, spikes, least: least)
                continue
            }
            guard let limits = trajectory.points[index].limits else { continue }
            let base = changes.last { $0.start <= index && $0.p == nil }?.after ?? changes.first?.before
            let level = changes.last { $0.start <= index }
            let isSpike = spikes.contains(index)
            let here = isSpike ? value : level.flatMap { $0.p.map { $0 <= rules.falseDiscoveryRate } == true ? $0.after : nil }
            trajectory.say(of: index, from: here == nil ? nil : base ?? (isSpike ? limits.center : nil), to: here, least: least)
        }
    }
}

extension Standing {
    /// Whether a run belongs to a state of which it is said that it is no change, so that the run is none either.
    private func isQuiet(at index: Int, of trajectory: Trajectory) -> Bool {
        if acknowledgement == nil { return !isChange && index >= since }
        // What followed on an acknowledged change is told run by run, up to the newest, once there are runs that it can be held against.
        return index == trajectory.usable.last && trajectory.points[index].limits != nil
    }

    /// Says of a run whether its share of failures is at a level of its own, or it stands alone.
    private func sayOfShare(at index: Int, of trajectory: inout Trajectory, _ spikes: Set<Int>, least: Double) {
        guard isTested || acknowledgement != nil, trajectory.points[index].earlier > 0, let value = trajectory.points[index].value?.value else { return }
        let changes = trajectory.assessment?.changes ?? []
        let base = changes.last { $0.start <= index && $0.p == nil }?.after ?? changes.first?.before ?? value
        let here = spikes.contains(index) ? value : changes.last { $0.start <= index }?.after ?? base
        trajectory.say(of: index, from: base, to: here, least: least)
    }

    /// Says of a run of the change by how much it differs from the level before: in a drift by its own value, else by its level at that time.
    private func say(of index: Int, _ value: Double, in trajectory: inout Trajectory, _ changes: [LevelChange], least: Double) {
        let level = changes.last { $0.start <= index && $0.start >= since }?.after
        let here = kind == .drift ? value : acknowledgement == nil && kind == .step ? level ?? now?.value : now?.value
        trajectory.say(of: index, from: before?.value, to: here, least: least)
        // What a single run of a drift has may lie on the other side of the level from which it began.
        if trajectory.points[index].verdict != judgement.verdict { trajectory.points[index].verdict = .noChange }
    }
}

extension Trajectory {
    /// Says of a run from which level to which it belongs; `nil` where it is at no other one.
    fileprivate mutating func say(of index: Int, from before: Double?, to after: Double?, least: Double) {
        guard let before, let after else {
            points[index].verdict = .noChange
            return
        }
        points[index].ratio = before > 0 && after > 0 && !key.measure.isShare ? after / before : nil
        points[index].verdict = verdict(from: before, to: after, least: least)
    }

    /// Says of a run that is no part of the history whether it lies within what the history lets expect.
    fileprivate mutating func hold(_ index: Int, least: Double) {
        guard let limits = points[index].limits, let value = points[index].value?.value, better != .neither else { return }
        points[index].ratio = limits.center > 0 && value > 0 ? value / limits.center : nil
        points[index].verdict = points[index].isOutside ? verdict(from: limits.center, to: value, least: least) : .noChange
    }

    /// What a change from one level to another is called: one that is less than the smallest that counts is none.
    ///
    /// - Parameter least: as a share of the earlier level.
    func verdict(from before: Double, to after: Double, least: Double) -> VerdictWord {
        guard better != .neither else { return .notComparable }
        let isLarge =
            before > 0 ? abs(after / before - 1) >= least : after != before && abs(after - before) >= least * abs(before)
        return isLarge ? better.verdict(isHigher: after > before) : .noChange
    }
}
