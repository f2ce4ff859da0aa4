import AgentRuns
import Charts
import RunStatistics

/// What a comparison comes to, in sentences.
struct ComparisonWords {
    let comparison: Comparison

    /// What is compared, where the sides differ in something as a whole, and what it comes to.
    ///
    /// `Python against Rust: 11 of 20 series regressed and none improved`
    var headline: String {
        guard let subject = comparison.subject.phrase else { return verdict }
        return subject + (comparison.tested == 0 && comparison.isOfSingleRuns ? ", " : ": ") + verdict.prefix(1).lowercased() + verdict.dropFirst()
    }

    /// `11 of 20 series regressed and none improved`.
    private var verdict: String {
        if comparison.isOfNewestRuns, comparison.rows.isEmpty { return "Nothing to judge" }
        guard let failures = comparison.changes?.failures else { return changes }
        return "\(failures); \(changes.prefix(1).lowercased())\(changes.dropFirst())"
    }

    private var changes: String {
        let tested = comparison.tested
        if let tally = comparison.changes?.tally { return tally }
        guard tested > 0 else {
            return comparison.isOfSingleRuns ? "One run against one: differences, no verdicts" : "Not enough data for a verdict"
        }
        let shared = comparison.sharedRows
        let single = VerdictCounts(comparison.rows.filter { $0.shared == nil }.map(\.verdict)).headline(tested: tested - shared.count)
        if shared.isEmpty { return single }
        let over =
            VerdictCounts(shared.map(\.verdict)).headline(tested: shared.count, shared.count == 1 ? "metric" : "metrics")
            + " " + SharedConfigurations.phrase(shared.compactMap(\.shared?.count))
        return tested == shared.count ? over : "\(over); \(single.prefix(1).lowercased())\(single.dropFirst())"
    }

    /// What all rows have alike, and what the headline leaves out; `nil` where there is nothing.
    var common: String? {
        let further = comparison.subject.furtherPhrases
        let sentences = [
            comparison.labels.shared.map { "All rows: \($0)." },
            further.isEmpty ? nil : "The sides differ in \(further.joined(separator: ", ")), too.",
        ].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// From what to what, and what changed by how much.
    var lede: String {
        if let changes = comparison.changes, comparison.tested > 0 || !changes.standouts.isEmpty { return "\(changes.lede) \(sides)." }
        if comparison.tested == 0 { return "\(sides). \(Self.missing(comparison))" }
        let changes = comparison.sharedSentences + comparison.reading.sentences
        let first = changes.first ?? "no change in \(counted(comparison.tested, "tested row"))"
        return (["\(sides): \(first)."] + (changes.dropFirst() + comparison.outlyingSentences).map { $0.capitalizedFirst + "." }).joined(separator: " ")
    }

    /// `From A, tr110, to B, tr115`.
    var sides: String {
        comparison.isOfNewestRuns
            ? "\(comparison.b.title.capitalizedFirst) against \(comparison.a.title)" : "From A, \(comparison.a.title), to B, \(comparison.b.title)"
    }

    /// How many rows came to each verdict, and how many were tested: `3 regressions, 9 no change; 12 rows tested together.`
    var counts: String {
        let present = tally.map(\.words).joined(separator: ", ")
        return (present.isEmpty ? "No rows" : present) + "; \(counted(comparison.tested, "row")) tested together."
    }

    /// How many rows are shown with each verdict, those that occur.
    var tally: [(mark: Verdict, words: String)] {
        let known = comparison.rows.count(where: \.isAcknowledged)
        let counts = VerdictCounts(comparison.rows.filter { !$0.isAcknowledged }.map(\.verdict)).present.map { (Verdict($0.verdict), $0.words) }
        return counts + (known == 0 ? [] : [(.acknowledged, "\(counted(known)) acknowledged")])
    }

    /// What is counted rather than listed.
    var leftOut: String? {
        let count = comparison.rows.count { !comparison.isListed($0) }
        return count == 0
            ? nil : "\(counted(count, "series", plural: "series")) without an earlier comparable run \(count == 1 ? "is" : "are") not listed."
    }

    /// Why there is no verdict, and what would give one.
    private static func missing(_ comparison: Comparison) -> String {
        if !comparison.exclusions.isEmpty { return comparison.exclusions.joined(separator: " ") }
        let least = comparison.rules.leastRuns
        let (a, b) = (comparison.a.runs.count, comparison.b.runs.count)
        if comparison.isOfNewestRuns {
            let earlier = comparison.rules.leastEarlierRuns
            return comparison.rows.isEmpty ? "There is no new run." : "No series that can be judged has \(earlier) comparable earlier runs yet."
        }
        if comparison.rows.allSatisfy({ $0.verdict == .added || $0.verdict == .removed }) {
            guard let work = comparison.subject.workPhrase else { return "Nothing of A was set up like anything of B." }
            return "Nothing that A did was done by B (\(work)), and work is only held against the same work."
        }
        if comparison.isOfSingleRuns {
            return
                "Each side was measured once, which shows how far apart the two runs are and not whether that is noise; \(least) runs a side are needed for a verdict."
        }
        let most = comparison.rows.map { (min($0.a?.n ?? 0, $0.b?.n ?? 0)) }.max() ?? 0
        return
            "A has \(counted(a, "run")) and B \(b); \(least) comparable runs a side, or \(comparison.rules.leastPairs) shared configurations, are needed for a verdict, and no row has more than \(most) on its smaller side."
    }

    /// What a verdict rests on.
    var certainty: String {
        let rules = comparison.rules
        if comparison.isOfNewestRuns { return latestCertainty }
        return
            "A row is judged when both sides have \(rules.leastRuns) runs or more. The unit is the run: calls of one run are not independent. "
            + (comparison.sharedRows.isEmpty
                ? ""
                : "Configurations that both sides share, \(rules.leastPairs) or more, are judged together by Wilcoxon's signed-rank test of their ratios; there the unit is the configuration, and what all runs of a side have in common, as the state of a machine on one day, can't be told from a change. ")
            + (comparison.outlyingSentences.isEmpty
                ? ""
                : "One that is named as differing may have been measured once; a second run tells whether it stands out or only that run does. ")
            + "Intervals and p values come from a rank test, adjusted after Benjamini and Hochberg over all tested rows. "
            + "Rows of different definitions are listed and not judged, and so are means of TTFT over cold and warm calls together or over all requests."
    }

    /// What the verdict on a series rests on.
    private var latestCertainty: String {
        let rules = comparison.rules
        return
            "A series is judged from \(rules.leastEarlierRuns) earlier runs on: its level since the last accepted change is held against the first level after that, each with all its runs. The unit is the run. "
            + "Chance is what is left around the levels, with the correlation of neighbouring runs and of runs close in time, and in short series with what their kin tell. "
            + "A p value has paid for every place where a change was looked for, and is adjusted after Benjamini and Hochberg over all tested rows. "
            + "Means of TTFT over cold and warm calls together or over all requests are listed and not judged."
    }

    /// How the verdicts come about.
    var note: String {
        let rules = comparison.rules
        if let changes = comparison.changes {
            return changes.note
                + " A is the level before, n its runs; B is the level since the change that is open, else the newest run, and of a drift the end of its trend; the interval is the \(percent(rules.intervalConfidence)) one of B to A."
        }
        let tested =
            "\(counted(comparison.tested, "row")) tested together; false discovery rate held at \(percent(rules.falseDiscoveryRate)). A difference counts from \(percent(rules.leastChange)). "
        return tested
            + "A and B are medians over runs; B to A is the median of all ratios of a run of B to one of A, its interval the \(percent(rules.intervalConfidence)) one of that ratio; an arrow where it leaves the scale."
            + (comparison.sharedRows.isEmpty
                ? ""
                : " Over shared configurations n counts them, B to A is the median of all pairwise geometric means of their ratios, and A and B are a typical level of theirs, laid apart by it.")
    }
}

extension Comparison {
    /// A series that was measured once has nothing to be held against, and is counted rather than listed.
    func isListed(_ row: ComparisonRow) -> Bool { !isOfNewestRuns || row.a != nil || row.verdict == .failed }

    var reading: JointReading {
        JointReading(
            rows.filter { $0.pAdjusted != nil && $0.shared == nil }.map(\.finding))
    }
}

extension ComparisonRow {
    var finding: JointReading.Finding {
        JointReading.Finding(
            agent: agent.role ?? "the run", place: agent.place, metric: metric.id, verdict: verdict, ratio: difference?.ratio, shares: shares)
    }

    fileprivate var shares: (a: String, b: String)? {
        guard metric.isShare, let a, let b else { return nil }
        func share(_ center: Center) -> String { "\(Int((center.value * Double(center.n) / 100).rounded())) of \(center.n)" }
        return (share(a), share(b))
    }
}

extension ComparedAgent {
    /// What tells agents of one slot apart, as a key.
    var place: String { [scenario ?? "", configurationLabel, program ?? ""].joined(separator: "\u{1F}") }

    /// `gemma3:latest, num_gpu 80, num_ctx 512`, without what the sides are compared across.
    var configurationLabel: String { [model, options.options.isEmpty ? nil : options.label].compactMap(\.self).joined(separator: ", ") }
}
