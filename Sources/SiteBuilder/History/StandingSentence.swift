import AgentRuns
import Charts
import RunStatistics

/// Where a series stands as sentences, with both levels, the runs behind them and since when; the figure that they are about stands out.
struct StandingSentence {
    struct Part: Sendable, Hashable {
        let text: String
        var isStrong = false
    }

    let words: StandingWords
    /// Whether newer runs failed or are not judged, so that the newest value is not the newest run's.
    var isBeforeOthers = false

    private var standing: Standing { words.standing }
    private var trajectory: Trajectory { words.trajectory }

    var text: String { parts.map(\.text).joined() }

    var parts: [Part] {
        guard !standing.hasFailed else { return [Part(text: "\(words.failure(of: nil).capitalizedFirst).")] }
        if standing.acknowledgement != nil { return acknowledged }
        switch standing.kind {
        case .step: return step
        case .newest:
            return newest + [Part(text: ", \(size) the \(before) of the \(counted(earlier, trajectory.key.measure.isShare ? words.thing : "run")) before it: \(verdict).")]
        case .drift: return drift
        case .unstable: return unstable
        case .moreVariable:
            return newest + [
                Part(
                    text:
                        ". The level is where it was, and the runs scatter more around it since \(words.day): more variable, which is no change for better or worse."
                )
            ]
        case .back: return back
        case nil: return newest + [Part(text: ", no change in \(counted(trajectory.usable.count, "run")).")] + unproven
        }
    }

    private var before: String { words.text(standing.before) }
    private var verdict: String { Verdict(standing.judgement.verdict).word }
    private var earlier: Int { standing.before?.n ?? 0 }

    private func strong(_ value: Double?) -> Part { Part(text: value.map(words.text) ?? "–", isStrong: true) }

    /// `38 % above`; above and below are of the number, whatever is better.
    private var size: String {
        guard let difference = standing.difference else { return "beside" }
        guard let ratio = difference.ratio else {
            return trajectory.key.measure.isShare
                ? "\(words.size.drop { $0 == "+" || $0 == "−" }) \(difference.difference > 0 ? "above" : "below")"
                : difference.difference > 0 ? "above" : "below"
        }
        return ratio > 2 ? NumberFormat.ratio(ratio) : "\(percent(abs(ratio - 1))) \(ratio > 1 ? "above" : "below")"
    }
}

extension StandingSentence {
    /// The newest run, or the newest level where there is one of several runs.
    private var newest: [Part] {
        let isOfOneRun = trajectory.key.measure.isShare ? standing.kind == nil || standing.kind == .newest : standing.now?.n == 1
        return isOfOneRun ? newestRun(standing.now?.value) : [Part(text: "The level is "), strong(standing.now?.value)]
    }

    private func newestRun(_ value: Double?) -> [Part] {
        [Part(text: isBeforeOthers ? "The newest run that counts has " : "The newest run has "), strong(value)]
    }

    private var newestValue: Double? { trajectory.usable.last.flatMap { trajectory.points[$0].value?.value } }

    /// A level of several runs, and where it went before, if it did not stay there.
    private var step: [Part] {
        guard let later = words.later, let first = words.atFirst else {
            return [
                Part(text: "The level has been "), strong(standing.now?.value),
                Part(text: " since \(words.day), over \(counted(standing.runsSince, "run")), \(size) the \(before) before: \(verdict)."),
            ]
        }
        let day = words.day(of: trajectory.points[later.start].run)
        let rest =
            later.runs > 1
            ? "has been \(words.text(later.after)) since \(day), over \(counted(later.runs, "run"))" : "only the newest run is where it is now"
        return [
            Part(text: "The level is "), strong(standing.now?.value),
            Part(text: ", \(size) the \(before) before: \(verdict) since \(words.day). It was \(words.text(first)) at first, and \(rest)."),
        ]
    }

    /// The end of the trend is a place on a line, and not what any run had.
    private var drift: [Part] {
        let isHigher = (standing.difference?.difference ?? 0) > 0
        let by = standing.difference?.ratio.map { percent(abs($0 - 1)) } ?? words.size
        return newestRun(newestValue) + [
            Part(
                text:
                    "; the trend has \(isHigher ? "risen" : "fallen") by \(by) from \(before) to \(words.text(standing.now)) since \(words.day): \(verdict)."
            )
        ]
    }

    private var unstable: [Part] {
        newestRun(newestValue) + [
            Part(
                text:
                    ". The series goes back and forth between \(before) and \(words.text(standing.now)), over \(counted(standing.runsSince, "run")) since \(words.day): unstable, which is no change for better or worse."
            )
        ]
    }

    private var back: [Part] {
        let since = standing.runsSince == 1 ? "" : ", since \(words.day), over \(counted(standing.runsSince, "run"))"
        guard words.isExactlyBack else {
            return newest + [
                Part(
                    text:
                        "\(since): back near the level before, \(before). What lies between them is not beyond chance, so that it is no improvement and no regression."
                )
            ]
        }
        return newest + [Part(text: ": back at the level before, \(before)\(since), which is no improvement and no regression.")]
    }

    private var acknowledged: [Part] {
        let isSmall = standing.judgement.verdict == .noChange
        let below = isSmall ? ", which is below the \(percent(words.rules.leastChange)) that count" : ""
        return [
            Part(text: "The level has been "), strong(standing.now?.value),
            Part(
                text:
                    " since the change of \(words.day), \(size) the \(before) before\(below); that change is acknowledged, and there is no change since."
            ),
        ]
    }

    /// A change that the series alone would show, and that is not beyond chance beside all the others.
    private var unproven: [Part] {
        guard standing.unproven != nil, standing.since != trajectory.usable.last else { return [] }
        if let difference = standing.difference, !difference.isLarge(words.rules) {
            return [Part(text: " A change of \(words.size) since \(words.day) shows in it, which is below the \(percent(words.rules.leastChange)) that count.")]
        }
        return [Part(text: " A change of \(words.size) since \(words.day) shows in it, and is not beyond chance among all series tested.")]
    }
}
