import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The line under a run's headline: the verdict on the run and its ground.
struct RunState {
    let run: Run
    let page: PagePath
    let site: SiteContext

    /// The run's place in each of its series.
    private var places: [(trajectory: Trajectory, point: TrajectoryPoint)] {
        site.model.places(of: run).map { (site.model.trajectories[$0.trajectory], site.model.trajectories[$0.trajectory].points[$0.point]) }
    }

    var markup: ByteBuffer? {
        let failed = run.executions.filter { $0.status == .failed }
        if !failed.isEmpty { return line(.failed, "failed", Self.causes(failed), history: nil) }
        let places = places
        let history = places.first { site.has($0.trajectory) }?.trajectory
        let judged = places.filter { $0.trajectory.unjudged == nil && $0.point.difference?.p != nil }
        guard !judged.isEmpty else { return withoutVerdict(places, history) }
        let judgements = Family.judge(
            judged.compactMap { place in place.point.difference.map { ($0, place.trajectory.better) } }, rules: site.model.rules)
        let verdicts = zip(judged, judgements).map { (place: $0, verdict: $1.verdict) }
        let counts = VerdictCounts(verdicts.map(\.verdict))
        let acknowledged =
            verdicts.contains { $0.verdict == .regression && $0.place.point.acknowledgement == nil } == false && counts[.regression] > 0
        let ground = ground(verdicts)
        if acknowledged {
            let reason = verdicts.compactMap { $0.place.point.acknowledgement?.reason }.first.map { " \($0)" } ?? ""
            return line(.acknowledged, Verdict.acknowledged.word, ground + reason, history: history)
        }
        if counts[.regression] > 0 { return line(.regression, Verdict.regression.word, ground, history: history) }
        if counts[.improvement] > 0 { return line(.improvement, Verdict.improvement.word, ground, history: history) }
        return line(.noChange, Verdict.noChange.word, ground, history: history)
    }

    /// What changed, read together, else that nothing did.
    private func ground(_ verdicts: [(place: (trajectory: Trajectory, point: TrajectoryPoint), verdict: VerdictWord)]) -> String {
        let findings = verdicts.map { entry in
            let key = entry.place.trajectory.key
            return JointReading.Finding(
                agent: key.slot, place: key.agent.id, metric: key.measure.metric.rawValue, verdict: entry.verdict,
                ratio: entry.place.point.difference?.ratio)
        }
        let earlier = verdicts.map(\.place.point.earlier)
        let runs = earlier.min() == earlier.max() ? "\(earlier.first ?? 0)" : "\(earlier.min() ?? 0) to \(earlier.max() ?? 0)"
        let reading = JointReading(findings).text
        if !reading.isEmpty { return "\(reading) Held against \(runs) earlier runs." }
        let percent = NumberFormat(site.model.rules.bandConfidence, of: .fraction, in: .sentence).text(site.model.rules.bandConfidence)
        let isOne = verdicts.count == 1
        let series =
            isOne
            ? verdicts[0].place.trajectory.key.measure.label.capitalizedFirst
            : verdicts.count == 2 ? "Both series" : "All \(spelled(verdicts.count)) series"
        let rest = places.count - verdicts.count
        let others = rest == 0 ? "" : " \(spelled(rest).capitalizedFirst) more \(rest == 1 ? "has" : "have") too few earlier runs or can't be judged."
        return "\(series) \(isOne ? "lies" : "lie") inside the \(percent) limits of \(isOne ? "its" : "their") \(runs) earlier runs.\(others)"
    }

    private func withoutVerdict(_ places: [(trajectory: Trajectory, point: TrajectoryPoint)], _ history: Trajectory?) -> ByteBuffer? {
        let open = places.filter { $0.trajectory.unjudged == nil }
        if open.contains(where: { $0.point.state == .thin }), open.allSatisfy({ $0.point.state != .comparable }) {
            return line(.notEnoughData, Verdict.notEnoughData.word, "Fewer calls than the other runs of the series have.", history: history)
        }
        guard let most = open.map(\.point.earlier).max() else { return nil }
        let least = site.model.rules.leastRuns
        let earlier = most == 0 ? "No earlier run" : counted(most, "earlier run")
        return line(.notEnoughData, Verdict.notEnoughData.word, "\(earlier) of this series; \(least) are needed for a verdict.", history: history)
    }

    private func line(_ verdict: Verdict, _ word: String, _ ground: String, history: Trajectory?) -> ByteBuffer {
        .markup { output in
            verdict.write(word, into: &output)
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
