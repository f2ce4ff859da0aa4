import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The first sentences of a series' page: where it stands, since when, and what would have been seen.
struct HistoryLede {
    let trajectory: Trajectory
    /// `nil` for a series of which nothing can be said.
    let standing: Standing?
    let rules: VerdictRules

    var markup: ByteBuffer {
        .markup { output in
            if !trajectory.isOrdered { return output.append(escaped: spread) }
            let isExcluded = trajectory.points.last { $0.value != nil }?.state == .excluded
            guard let newest = trajectory.points.lastIndex(where: { $0.value != nil && $0.state != .excluded }), let value = trajectory.points[newest].value?.value else {
                output.append(escaped: isExcluded ? "Every run of this series with a value is excluded." : "No run of this series has a value.\(failures)")
                return
            }
            if let standing, standing.judgement.pAdjusted != nil || standing.acknowledgement != nil {
                write(standing, into: &output)
            } else {
                output.append("Now <strong>")
                output.append(escaped: text(value))
                output.append("</strong>")
                output.append(escaped: unjudged(newest))
            }
            output.append(escaped: leftOut(newest) + excluded + failures)
        }
    }

    /// Why the newest value is not part of what is said.
    private func leftOut(_ newest: Int) -> String {
        let point = trajectory.points[newest]
        guard let standing, standing.judgement.pAdjusted != nil, !point.isUsable, let value = point.value?.value else { return "" }
        let reasons: [TrajectoryPoint.State: String] = [
            .invalid: "its tool calls it invalid", .otherBranch: "it is of another branch", .undated: "it has no date",
            .thin: "it lacks a stage that the others have",
        ]
        return reasons[point.state].map { " The newest run, \(text(value)), is not judged: \($0)." } ?? ""
    }

    /// What has become of the level, with both levels and their runs.
    private func write(_ standing: Standing, into output: inout ByteBuffer) {
        let (a, b) = (text(standing.difference.a.value), text(standing.difference.b.value))
        func strong(_ text: String) {
            output.append("<strong>")
            output.append(escaped: text)
            output.append("</strong>")
        }
        let since = trajectory.points[standing.since].run
        let day = since.startedAt.map { " \($0.longDate)" } ?? " \(since.nameInSuite)"
        let runs = counted(standing.runsSince, "run")
        output.append(standing.kind == .newest ? "The newest run has " : "Now ")
        strong(b)
        switch standing.kind {
        case .step where standing.isChange:
            output.append(escaped: ", \(size(standing)) the \(a) before: \(word(standing)) since\(day), over \(runs).")
        case .newest where standing.isChange:
            output.append(escaped: ", \(size(standing)) the \(a) of the \(counted(standing.difference.a.n, "run")) before it: \(word(standing)).")
        case .drift where standing.isChange:
            output.append(escaped: ", \(size(standing)) the \(a) from which it drifts since\(day): \(word(standing)).")
        case .unstable: output.append(escaped: ", and \(a) in turn: the level is unstable since\(day).")
        case .moreVariable: output.append(escaped: ": the level is where it was, and the values scatter more since\(day).")
        case .back: output.append(escaped: ": back at the level before, since\(day).")
        default:
            if standing.acknowledgement != nil {
                output.append(escaped: ", \(size(standing)) the \(a) before; the change of\(day) is acknowledged.")
            } else {
                output.append(escaped: ", no change in \(counted(trajectory.usable.count, "run")).")
            }
        }
        if !standing.isChange, let sensitivity = standing.sensitivity, standing.kind == nil {
            output.append(escaped: " A newest run \(percent(sensitivity.ofNewest)) away would have been seen in four of five cases.")
        }
    }

    /// `38 % above`; above and below are of the number, whatever is better.
    private func size(_ standing: Standing) -> String {
        guard let ratio = standing.difference.ratio else { return standing.difference.difference > 0 ? "above" : "below" }
        return ratio > 2 ? "\(NumberFormat.ratio(ratio))" + " of" : "\(percent(abs(ratio - 1))) \(ratio > 1 ? "above" : "below")"
    }

    private func word(_ standing: Standing) -> String { Verdict(standing.judgement.verdict).word }

    private func text(_ value: Double) -> String { NumberFormat(value, of: trajectory.quantity, in: .sentence).text(value) }

    /// Runs without dates have no newest one.
    private var spread: String {
        let values = trajectory.points.filter { $0.state != .excluded }.compactMap { $0.value?.value }
        guard let summary = SampleSummary(values) else { return "No run of this series has a value.\(failures)" }
        let format = NumberFormat([summary.least, summary.median, summary.greatest], of: trajectory.quantity, in: .sentence)
        let extent = summary.n == 1 ? "" : ", from \(format.text(summary.least)) to \(format.text(summary.greatest))"
        return "The median of \(counted(summary.n, "run")) is \(format.text(summary.median))\(extent). None of them has a date, so they have no order: "
            + "nothing is said of a change. Dates in the names of files and folders, or 'sitegen import --date', give them one.\(failures)"
    }

    private func unjudged(_ newest: Int) -> String {
        let point = trajectory.points[newest]
        switch trajectory.unjudged {
        case .noDirection: return ". The metric has no better or worse, so it is shown and not judged."
        case .means(.allRequests): return ", a mean over all requests, which one cold request can pull up: it is shown and not judged."
        case .means: return ", a mean over cold and warm calls together, which is shown and not judged."
        case .undated, nil: break
        }
        if point.state == .invalid { return ", from a result that its tool calls invalid, so it is not judged." }
        if point.state == .otherBranch { return ", from another branch than the one whose history this is, so it is not part of it." }
        if point.state == .undated { return ", from a run without a date, which has no place in the order." }
        let earlier = max(trajectory.usable.count - 1, 0)
        let missing = max(rules.leastEarlierRuns - earlier, 1)
        return ". Not enough data: \(counted(earlier, "earlier run")), \(rules.leastEarlierRuns) are needed. Run \(missing) more."
    }

    /// What stands in the chart after the newest run that counts.
    private var excluded: String {
        guard let last = trajectory.points.last(where: { $0.value != nil }), let exclusion = last.exclusion, let value = last.value?.value else { return "" }
        return " The newest run, \(text(value)), is excluded: \(exclusion.reason)."
    }

    private var failures: String {
        trajectory.failures == 0 ? "" : " \(spelled(trajectory.failures).capitalizedFirst) \(trajectory.failures == 1 ? "run" : "runs") failed."
    }
}
