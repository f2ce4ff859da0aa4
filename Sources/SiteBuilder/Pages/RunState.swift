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
        let earlier = verdicts.map(\.place.point.earlier)
        let runs = earlier.min() == earlier.max() ? "\(earlier.first ?? 0)" : "\(earlier.min() ?? 0) to \(earlier.max() ?? 0)"
        let reading = JointReading(findings).text
        if !reading.isEmpty { return "\(reading) Held against the runs before the change." }
        let isOne = verdicts.count == 1
        let series =
            isOne
            ? verdicts[0].place.trajectory.key.measure.label.capitalizedFirst
            : verdicts.count == 2 ? "Both series" : "All \(spelled(verdicts.count)) series"
        let rest = found.places.count { $0.point.state != .excluded } - verdicts.count
        let others = rest == 0 ? "" : " \(spelled(rest).capitalizedFirst) more \(rest == 1 ? "has" : "have") too few earlier runs or can't be judged."
        return "\(series) \(isOne ? "stands" : "stand") where \(isOne ? "it" : "they") stood in \(runs) earlier runs.\(others)"
    }

    private func withoutVerdict(_ places: [RunVerdict.Place], _ besides: String, _ history: Trajectory?) -> ByteBuffer? {
        let open = places.filter { $0.trajectory.unjudged == nil && $0.point.state != .excluded }
        if open.contains(where: { $0.point.state == .thin }), open.allSatisfy({ $0.point.state != .comparable }) {
            return line(.notEnoughData, "Fewer calls than the other runs of the series have." + besides, history: history)
        }
        guard let most = open.map(\.point.earlier).max() else { return nil }
        let least = site.model.rules.leastEarlierRuns
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
