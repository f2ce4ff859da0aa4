import AgentRuns
import Charts
import RunStatistics

/// What changed on the whole site, in sentences.
struct ChangeWords {
    let model: SiteModel

    private var tested: Int { model.standings.count { $0.judgement.pAdjusted != nil } }
    private var regressed: Int { model.standings.count { $0.judgement.verdict == .regression } }
    private var improved: Int { model.standings.count { $0.judgement.verdict == .improvement } }

    /// `Three series improved and two regressed since 14 November`; `nil` where nothing can be tested.
    var headline: String? {
        guard tested > 0 else { return nil }
        if regressed + improved == 0 { return "No change in \(spelled(tested)) series" }
        let parts = [(improved, "improved"), (regressed, "regressed")].filter { $0.0 > 0 }.sorted { $0.0 > $1.0 }
        let first = "\(spelled(parts[0].0).capitalizedFirst) series \(parts[0].1)"
        let rest = parts.count > 1 ? " and \(spelled(parts[1].0)) \(parts[1].1)" : ""
        return first + rest + (quietDay.map { " since \($0)" } ?? "")
    }

    /// How many were tested, and the one thing to act on.
    var lede: String {
        guard tested > 0 else { return nothing }
        let open = model.standouts.filter(\.isOpen)
        let series = "\(counted(tested)) series \(tested == 1 ? "was" : "were") tested."
        if open.isEmpty { return regressed > 0 ? "\(series) Every regression is acknowledged." : "\(series) No regression is open." }
        let reading = model.reading(of: model.standings, saying: \.isOpen)
        let count = open.count == 1 ? "One regression is open" : "\(spelled(open.count).capitalizedFirst) regressions are open"
        return "\(series) \(count): \(reading.sentences.prefix(2).joined(separator: "; "))."
    }

    /// What is missing for a verdict.
    var nothing: String {
        if tested > 0 { return "No series stands out from its history." }
        guard !model.trajectories.isEmpty else { return "No runs are stored." }
        let most = model.trajectories.map(\.comparable.count).max() ?? 0
        return
            "Not enough data: the longest of \(counted(model.trajectories.count)) series has \(counted(most, "comparable run")), and \(model.rules.leastEarlierRuns) earlier ones are needed."
    }

    var note: String {
        let rules = model.rules
        return
            "A series stands out when its level since the last accepted change has moved by \(percent(rules.leastChange)) or more beyond chance, held against at least \(rules.leastEarlierRuns) earlier runs. \(counted(tested)) series tested together; false discovery rate held at \(percent(rules.falseDiscoveryRate))."
    }

    /// The last day with runs before the first of the changes; `nil` without dates.
    private var quietDay: String? {
        let starts = model.standings.filter { $0.judgement.verdict == .regression || $0.judgement.verdict == .improvement }.compactMap { standing in
            model.trajectories[standing.trajectory].points[standing.since].run.startedAt
        }
        guard let first = starts.min() else { return nil }
        let before = model.runs.compactMap(\.startedAt).last { $0 < first && $0.date != first.date } ?? first
        return before.dayAndMonth
    }
}
