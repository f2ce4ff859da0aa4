import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The line under a run's headline: the verdict on the run and its ground.
struct RunState {
    let run: Run
    let page: PagePath
    let site: SiteContext

    private var found: RunVerdict { RunVerdict(run, in: site.model) }

    var markup: ByteBuffer? {
        let found = found
        let history = found.places.first { site.has($0.trajectory) }?.trajectory
        let exclusions = site.model.exclusions(of: run)
        switch found.verdict {
        case .excluded: return excluded(exclusions, history: history)
        case .failed: return line(.failed, Self.causes(site.model.observations(of: run).filter(\.hasFailed).map(\.execution)) + besides(exclusions), history: nil)
        case .invalid:
            return line(.invalid, "The tool rejects this result by its own rules: it is not judged, and no run is held against it.", history: history)
        case .notEnoughData: return withoutVerdict(found.places, besides(exclusions), history)
        case .acknowledged:
            let reason = found.judged.compactMap(\.place.point.acknowledgement?.reason).first.map { " \($0)" } ?? ""
            return line(.acknowledged, ground(found) + reason + besides(exclusions), history: history)
        default: return line(found.verdict, ground(found) + besides(exclusions), history: history)
        }
    }

    /// What changed, read together, else that nothing did.
    private func ground(_ found: RunVerdict) -> String {
        let verdicts = found.judged
        let findings = verdicts.map { entry in
            let key = entry.place.trajectory.key
            return JointReading.Finding(
                agent: key.slot, place: key.agent.id, metric: key.measure.metric.rawValue, verdict: entry.verdict,
                ratio: entry.place.point.ratio)
        }
        let reading = JointReading(findings).text
        if !reading.isEmpty { return "\(reading) \(reference(verdicts))\(unsettled(verdicts))" }
        return quiet(verdicts, of: found.places.count { $0.point.state != .excluded }) + unsettled(verdicts)
    }

    /// What the changed series are held against, and how few runs that is, where it is few.
    private func reference(_ verdicts: [(place: RunVerdict.Place, verdict: VerdictWord)]) -> String {
        let earlier = verdicts.filter { $0.verdict != .noChange }.map { entry -> Int in
            guard let standing = site.model.standing(of: entry.place.trajectory), standing.isChange, entry.place.index >= standing.since else {
                return entry.place.point.earlier
            }
            return standing.before?.n ?? entry.place.point.earlier
        }
        guard let least = earlier.min(), least < StandingWords.few else { return "Held against the runs before the change." }
        let isSame = earlier.allSatisfy { $0 == least }
        return "Held against the runs before the change, \(isSame ? "" : "in one series ")only \(counted(least))."
    }

    /// That nothing changed, and what would have been seen.
    private func quiet(_ verdicts: [(place: RunVerdict.Place, verdict: VerdictWord)], of all: Int) -> String {
        let earlier = verdicts.map(\.place.point.earlier)
        let (least, most) = (earlier.min() ?? 0, earlier.max() ?? 0)
        let runs =
            "\(least < StandingWords.few ? "only " : "")\(least == most ? counted(most, "earlier run") : "\(counted(least)) to \(counted(most, "earlier run"))")"
        let series =
            verdicts.count == 1
            ? verdicts[0].place.trajectory.key.measure.label : verdicts.count == 2 ? "both series" : "\(spelled(verdicts.count)) series"
        let rest = all - verdicts.count
        let others = rest == 0 ? "" : " \(spelled(rest).capitalizedFirst) more \(rest == 1 ? "has" : "have") too few earlier runs or can't be judged."
        return "No change in \(series), held against \(runs).\(seen(verdicts.map(\.place)))\(others)"
    }

    /// What change of the run would have been seen, which is known of the newest run of a series.
    private func seen(_ places: [RunVerdict.Place]) -> String {
        let known = places.compactMap { place -> Double? in
            guard place.isNewest, let standing = site.model.standing(of: place.trajectory), standing.kind == nil, standing.isTested else {
                return nil
            }
            return standing.sensitivity?.ofNewest
        }
        guard known.count == places.count, let most = known.max() else { return "" }
        if most > 1 { return " Even a run at double the level might not have been seen\(places.count == 1 ? "" : " in each of them")." }
        return " A run \(percent(most)) away would have been seen\(places.count == 1 ? "" : " in each of them") in four of five cases."
    }

    /// What is said of the series at their newest run that is neither better nor worse.
    private func unsettled(_ verdicts: [(place: RunVerdict.Place, verdict: VerdictWord)]) -> String {
        verdicts.compactMap { entry -> String? in
            guard entry.place.isNewest, let standing = site.model.standing(of: entry.place.trajectory) else { return nil }
            let words = StandingWords(standing, in: site.model)
            switch standing.kind {
            case .unstable, .moreVariable, .back: return words.detail.map { " \(entry.place.trajectory.name.capitalizedFirst): \($0)." }
            default: return nil
            }
        }.joined()
    }

    private func withoutVerdict(_ places: [RunVerdict.Place], _ besides: String, _ history: Trajectory?) -> ByteBuffer? {
        let open = places.filter { $0.trajectory.unjudged == nil && $0.point.state != .excluded }
        if open.contains(where: { $0.point.state == .thin }), open.allSatisfy({ $0.point.state != .comparable }) {
            return line(.notEnoughData, "Fewer calls than the other runs of the series have." + besides, history: history)
        }
        if let reason = Self.reason(open.map(\.point.state)) { return line(.notEnoughData, reason, history: history) }
        guard let most = open.map(\.point.earlier).max() else {
            return places.first?.trajectory.unjudged.map { line(.notComparable, "Not judged: \($0.reason).", history: history) }
        }
        let least = site.model.rules.leastEarlierRuns
        guard most < least else {
            return line(.notEnoughData, "Too little is known of the series since the change that was accepted.", history: history)
        }
        let earlier = most == 0 ? "No earlier run" : counted(most, "earlier run")
        return line(.notEnoughData, "\(earlier) of this series; \(least) are needed for a verdict." + besides, history: history)
    }

    /// `Excluded: the fan had stopped (A. Person, 1 May 2026)`.
    private func excluded(_ exclusions: [Exclusion], history: Trajectory?) -> ByteBuffer {
        line(.excluded, exclusions.map(\.phrase).joined(separator: "; "), history: history, saying: "Excluded:")
    }

    /// What of the run is taken out of judging, as a sentence after what is said of the rest.
    private func besides(_ exclusions: [Exclusion]) -> String {
        exclusions.isEmpty ? "" : " Excluded: \(exclusions.map(\.phrase).joined(separator: "; "))."
    }

    /// Why none of the run's values is held against others, where that is not the number of earlier runs.
    private static func reason(_ states: [TrajectoryPoint.State]) -> String? {
        guard let first = states.first, states.allSatisfy({ $0 == first }) else { return nil }
        switch first {
        case .undated: return "The run has no date, and so no place in the order of its series."
        case .unmeasured: return "Every call was cold, so that there is no value to be held against others."
        case .comparable, .thin, .failed, .invalid, .otherBranch, .excluded: return nil
        }
    }

    private func line(_ verdict: Verdict, _ ground: String, history: Trajectory?, saying word: String? = nil) -> ByteBuffer {
        .markup { output in
            verdict.write(word ?? verdict.word, into: &output)
            output.append(" <span>")
            output.append(escaped: ground)
            output.append("</span>")
            if let history {
                output.append(" ")
                output.append(link: "History", to: page.link(to: .history(history.id)))
            }
        }
    }

    private static func causes(_ failed: [AgentExecution]) -> String {
        let causes = failed.map { "\($0.slot): \($0.error ?? "no cause was recorded")" }
        let shown = causes.prefix(2).joined(separator: "; ")
        return causes.count > 2 ? "\(shown); and \(causes.count - 2) more." : "\(shown)."
    }
}
