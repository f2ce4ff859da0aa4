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
        switch found.verdict {
        case .failed: return line(.failed, Self.causes(run.executions.filter { $0.status == .failed }), history: nil)
        case .invalid:
            return line(.invalid, "The tool rejects this result by its own rules: it is not judged, and no run is held against it.", history: history)
        case .notEnoughData: return withoutVerdict(found.places, history)
        case .acknowledged:
            let reason = found.judged.compactMap(\.place.point.acknowledgement?.reason).first.map { " \($0)" } ?? ""
            return line(.acknowledged, ground(found) + reason, history: history)
        default: return line(found.verdict, ground(found), history: history)
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
        let earlier = verdicts.map(\.place.point.earlier)
        let runs = earlier.min() == earlier.max() ? "\(earlier.first ?? 0)" : "\(earlier.min() ?? 0) to \(earlier.max() ?? 0)"
        let reading = JointReading(findings).text
        if !reading.isEmpty { return "\(reading) Held against the runs before the change." }
        let isOne = verdicts.count == 1
        let series =
            isOne
            ? verdicts[0].place.trajectory.key.measure.label.capitalizedFirst
            : verdicts.count == 2 ? "Both series" : "All \(spelled(verdicts.count)) series"
        let rest = found.places.count - verdicts.count
        let others = rest == 0 ? "" : " \(spelled(rest).capitalizedFirst) more \(rest == 1 ? "has" : "have") too few earlier runs or can't be judged."
        return "\(series) \(isOne ? "stands" : "stand") where \(isOne ? "it" : "they") stood in \(runs) earlier runs.\(others)"
    }

    private func withoutVerdict(_ places: [RunVerdict.Place], _ history: Trajectory?) -> ByteBuffer? {
        let open = places.filter { $0.trajectory.unjudged == nil }
        if open.contains(where: { $0.point.state == .thin }), open.allSatisfy({ $0.point.state != .comparable }) {
            return line(.notEnoughData, "Fewer calls than the other runs of the series have.", history: history)
        }
        guard let most = open.map(\.point.earlier).max() else { return nil }
        let least = site.model.rules.leastEarlierRuns
        let earlier = most == 0 ? "No earlier run" : counted(most, "earlier run")
        return line(.notEnoughData, "\(earlier) of this series; \(least) are needed for a verdict.", history: history)
    }

    private func line(_ verdict: Verdict, _ ground: String, history: Trajectory?) -> ByteBuffer {
        .markup { output in
            verdict.write(verdict.word, into: &output)
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
