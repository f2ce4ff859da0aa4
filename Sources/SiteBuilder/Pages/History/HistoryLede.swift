import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The first sentences of a series' page: where it stands, since when, on what that rests, and what would have been seen.
struct HistoryLede {
    private let trajectory: Trajectory
    /// `nil` for a series of which nothing can be said.
    private let standing: StandingWords?
    /// `nil` where the newest run did not fail.
    private let failure: StandingWords?
    private let rules: VerdictRules

    init(trajectory: Trajectory, in model: SiteModel) {
        self.trajectory = trajectory
        standing = model.standing(of: trajectory).map { StandingWords($0, in: model) }
        failure = model.failure(of: trajectory).map { StandingWords($0, in: model) }
        rules = model.rules(for: trajectory.key.measure.metric)
    }

    var markup: ByteBuffer {
        .markup { output in
            if !trajectory.isOrdered { return output.append(escaped: spread) }
            if let failure { output.append(escaped: failed(failure)) }
            let isExcluded = trajectory.points.last { $0.value != nil }?.state == .excluded
            guard let newest = trajectory.points.lastIndex(where: { $0.value != nil && $0.state != .excluded && $0.state != .failed }), let value = trajectory.points[newest].value?.value else {
                output.append(escaped: isExcluded ? "Every run of this series with a value is excluded." : "No run of this series has a value.\(failures)")
                return
            }
            if let standing {
                write(StandingSentence(words: standing, isBeforeOthers: failure != nil || isExcluded || !trajectory.points[newest].isUsable), into: &output)
                output.append(escaped: StandingLimits(words: standing).sentences.map { " " + $0 }.joined())
            } else {
                output.append(escaped: failure == nil && !isExcluded ? "The newest run has " : "The newest run that counts has ")
                write(StandingSentence.Part(text: text(value), isStrong: true), into: &output)
                output.append(escaped: unjudged(newest))
            }
            output.append(escaped: apart + leftOut(newest) + excluded + failures)
        }
    }

    private func write(_ sentence: StandingSentence, into output: inout ByteBuffer) {
        for part in sentence.parts { write(part, into: &output) }
    }

    private func write(_ part: StandingSentence.Part, into output: inout ByteBuffer) {
        if part.isStrong { output.append("<strong>") }
        output.append(escaped: part.text)
        if part.isStrong { output.append("</strong>") }
    }

    private func failed(_ failure: StandingWords) -> String {
        let known = failure.standing.acknowledgement == nil ? "" : " That is acknowledged."
        return "\(StandingSentence(words: failure).text)\(known) "
    }

    /// The newest of the runs that lay apart alone, which no level tells of.
    private var apart: String {
        let alone = trajectory.changes.filter { $0.extent == .oneRun }
        guard let last = alone.last else { return "" }
        let run = trajectory.points[last.start].run
        let size = last.ratio.map { " (\(NumberFormat.ratio($0)))" } ?? ""
        let one = "The run of \(run.startedAt?.longDate ?? run.nameInSuite) alone had \(text(last.after))\(size) beside a level of \(text(last.before))"
        return alone.count == 1 ? " \(one)." : " \(one), and \(counted(alone.count - 1, "run")) before it lay apart, too."
    }

    /// Why the newest value is not part of what is said.
    private func leftOut(_ newest: Int) -> String {
        let point = trajectory.points[newest]
        guard standing != nil, !point.isUsable, let value = point.value?.value else { return "" }
        let reasons: [TrajectoryPoint.State: String] = [
            .invalid: "its tool calls it invalid", .otherBranch: "it is of another branch", .undated: "it has no date",
            .thin: "it lacks a stage that the others have",
        ]
        return reasons[point.state].map { " The newest run, \(text(value)), is not judged: \($0)." } ?? ""
    }

    private func text(_ value: Double) -> String { NumberFormat(value, of: trajectory.quantity, in: .sentence).text(value) }

    /// Runs without dates have no newest one.
    private var spread: String {
        let values = trajectory.points.filter { $0.state != .excluded }.compactMap { $0.value?.value }
        guard let summary = SampleSummary(values) else { return "No run of this series has a value.\(failures)" }
        let format = NumberFormat([summary.least, summary.median, summary.greatest], of: trajectory.quantity, in: .sentence)
        let extent = summary.n == 1 ? "" : ", from \(format.text(summary.least)) to \(format.text(summary.greatest))"
        return
            "The median of \(counted(summary.n, "run")) is \(format.text(summary.median))\(extent). None of them has a date, so they have no order: "
            + "nothing is said of a change. Dates in the names of files and folders, or 'sitegen import --date', give them one.\(failures)"
    }

    private func unjudged(_ newest: Int) -> String {
        switch trajectory.unjudged {
        case .noDirection: return ". The metric has no better or worse, so it is shown and not judged."
        case .means(.allRequests): return ", a mean over all requests, which one cold request can pull up: it is shown and not judged."
        case .means: return ", a mean over cold and warm calls together, which is shown and not judged."
        case .undated, nil: break
        }
        let reasons: [TrajectoryPoint.State: String] = [
            .invalid: ", from a result that its tool calls invalid, so it is not judged.",
            .otherBranch: ", from another branch than the one whose history this is, so it is not part of it.",
            .undated: ", from a run without a date, which has no place in the order.",
        ]
        if let reason = reasons[trajectory.points[newest].state] { return reason }
        return ". \(missing)"
    }

    /// How many runs it takes; not said of runs where something else is what is missing.
    private var missing: String {
        let counting = trajectory.assessment?.runs ?? 0
        let (earlier, least) = (max(counting - 1, 0), rules.leastEarlierRuns)
        if trajectory.key.measure.isShare { return "Not enough data: of \(counted(counting, "run")) no change would be beyond chance." }
        guard earlier < least else { return "Not judged: too little is known since the change that was accepted." }
        let others = trajectory.comparable.count > counting ? " that count" : ""
        return "Not enough data: \(counted(earlier, "earlier run"))\(others), \(least) are needed. Run \(least - earlier) more."
    }

    /// What stands in the chart after the newest run that counts.
    private var excluded: String {
        guard let last = trajectory.points.last(where: { $0.value != nil }), let exclusion = last.exclusion, let value = last.value?.value else { return "" }
        return " The newest run, \(text(value)), is excluded: \(exclusion.reason)."
    }

    private var failures: String {
        if trajectory.failures == failure?.standing.runsSince ?? 0 { return "" }
        let runs = "\(spelled(trajectory.failures).capitalizedFirst) \(trajectory.failures == 1 ? "run" : "runs") failed"
        return " \(runs)\(failure == nil ? "" : " in all")."
    }
}
