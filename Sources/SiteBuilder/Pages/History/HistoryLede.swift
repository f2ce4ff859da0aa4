import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The first sentence of a series' page: the value now, how far it is from the reference, and what changed.
struct HistoryLede {
    let trajectory: Trajectory
    let rules: VerdictRules

    var markup: ByteBuffer {
        .markup { output in
            if !trajectory.isOrdered { return output.append(escaped: spread) }
            guard let newest = trajectory.points.lastIndex(where: { $0.value != nil }), let value = trajectory.points[newest].value?.value else {
                output.append(escaped: "No run of this series has a value. \(failures)")
                return
            }
            output.append("Now <strong>")
            output.append(escaped: NumberFormat(value, of: trajectory.quantity, in: .sentence).text(value))
            output.append("</strong>")
            output.append(escaped: standing(ofPoint: newest, value) + changes + failures)
        }
    }

    /// Runs without dates have no newest one.
    private var spread: String {
        let values = trajectory.points.compactMap { $0.value?.value }
        guard let summary = SampleSummary(values) else { return "No run of this series has a value. \(failures)" }
        let format = NumberFormat([summary.least, summary.median, summary.greatest], of: trajectory.quantity, in: .sentence)
        let extent = summary.n == 1 ? "" : ", from \(format.text(summary.least)) to \(format.text(summary.greatest))"
        return
            "The median of \(counted(summary.n, "run")) is \(format.text(summary.median))\(extent). None of them has a date, so they have no order: "
            + "nothing is said of a change. Dates in the names of files and folders, or 'sitegen import --date', give them one.\(failures)"
    }

    private func standing(ofPoint newest: Int, _ value: Double) -> String {
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
        if point.state == .thin { return ", from fewer calls than the other runs, so it is not judged." }
        guard point.earlier >= rules.leastRuns, let difference = point.difference, let ratio = difference.ratio else {
            let missing = rules.leastRuns - point.earlier
            let since = trajectory.changes.last.map { $0.acknowledgement == nil ? "" : " since the acknowledged change \($0.number)" } ?? ""
            return ". Not enough data: \(counted(point.earlier, "earlier run"))\(since), \(rules.leastRuns) are needed. Run \(missing) more."
        }
        let center = NumberFormat(difference.a.value, of: trajectory.quantity, in: .sentence).text(difference.a.value)
        // The reference ends at the first of the changes that are still open.
        let open = trajectory.changes.first { $0.before.count == point.earlier && $0.acknowledgement == nil && $0.start <= newest }?.number
        let reference = "the \(center) of the \(point.earlier) runs before \(open.map { "change \($0)" } ?? "it")"
        let side = difference.passes ? ratio > 1 ? "above" : "below" : nil
        guard let side else { return ", inside the \(percent(rules.bandConfidence)) limits round \(reference)." }
        return ", \(percent(abs(ratio - 1))) \(side) \(reference)."
    }

    private var changes: String {
        let changes = trajectory.changes
        guard !changes.isEmpty else {
            return trajectory.unjudged == nil && trajectory.comparable.count >= rules.leastRuns
                ? " No change in \(counted(trajectory.comparable.count, "comparable run"))." : ""
        }
        let provisional = changes.count(where: \.isProvisional)
        let acknowledged = changes.count { $0.acknowledgement != nil }
        let why = "fewer than \(rules.leastRuns) runs lie behind \(provisional == 1 ? "it" : "each")"
        let state =
            provisional == 0
            ? ""
            : provisional == changes.count
                ? ", \(provisional == 1 ? "" : "all ")provisional: \(why)" : ", \(spelled(provisional)) of them provisional: \(why)"
        let noted = acknowledged == 0 ? "" : " \(spelled(acknowledged).capitalizedFirst) \(acknowledged == 1 ? "is" : "are") acknowledged."
        return " \(spelled(changes.count).capitalizedFirst) \(changes.count == 1 ? "change" : "changes")\(state).\(noted)"
    }

    private var failures: String {
        trajectory.failures == 0 ? "" : " \(spelled(trajectory.failures).capitalizedFirst) \(trajectory.failures == 1 ? "run" : "runs") failed."
    }
}
