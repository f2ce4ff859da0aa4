import AgentRuns
import Charts
import RunStatistics

/// What changed on the whole site, or in some of its series, in sentences: the worst first.
struct ChangeWords {
    let model: SiteModel
    /// The series that are spoken of.
    let places: [Int]
    private let standings: [Standing]
    /// What stands out among them, in the order in which changes are listed everywhere.
    let standouts: [Standing]

    init(model: SiteModel) {
        (self.model, places, standings, standouts) = (model, Array(model.trajectories.indices), model.standings, model.standouts)
    }

    /// - Parameter places: the series that are spoken of.
    init(model: SiteModel, of places: Set<Int>) {
        (self.model, self.places) = (model, places.sorted())
        let trajectories = self.places.map { model.trajectories[$0] }
        standings = trajectories.compactMap { model.standing(of: $0) }
        let newest = Set(trajectories.compactMap { $0.newest?.observation.id })
        standouts = model.standouts(among: standings, newest.compactMap { model.failures[$0] })
    }

    /// Of the series whose newest run is one of those given, of any agent or of the ones given.
    init(model: SiteModel, ofNewest runs: [Run], where isGiven: (Trajectory) -> Bool = { _ in true }) {
        let ids = Set(runs.map(\.id))
        let places = runs.flatMap { model.places(of: $0).map(\.trajectory) }.filter { place in
            let trajectory = model.trajectories[place]
            return trajectory.newest.map { ids.contains($0.run.id) } == true && isGiven(trajectory)
        }
        self.init(model: model, of: Set(places))
    }

    /// Failures and regressions that nobody acknowledged, the worst first.
    var open: [Standing] { standouts.filter(\.isOpen) }
    var tested: Int { standings.count(where: \.isTested) }
    /// How many have enough runs for a verdict, those with an acknowledged change among them.
    var judged: Int { standings.count }
    private var failed: [Standing] { open.filter(\.hasFailed) }
    private var regressed: Int { open.count - failed.count }
    private var improved: Int { count(.improvement) }
    private var acknowledged: Int { standouts.count { $0.acknowledgement != nil } }

    private func count(_ verdict: VerdictWord) -> Int { standouts.count { $0.acknowledgement == nil && $0.judgement.verdict == verdict } }

    func words(of standing: Standing) -> StandingWords { StandingWords(standing, in: model) }
}

extension ChangeWords {
    /// `Two series regressed and three improved since 14 November`; `nil` where nothing can be tested and nothing failed.
    var headline: String? {
        guard tested > 0 || !standouts.isEmpty else { return nil }
        guard let failures else { return changes ?? quiet }
        guard let changes else { return failures }
        return "\(failures); \(changes.prefix(1).lowercased())\(changes.dropFirst())"
    }

    /// `The newest run of insight failed`, else `insight fails 33 of 100 requests`; `nil` where nothing fails more, or all is acknowledged.
    var failures: String? {
        let agents = failed.reduce(into: [String]()) { agents, standing in
            let slot = model.trajectories[standing.trajectory].key.slot
            if !agents.contains(slot) { agents.append(slot) }
        }
        guard let first = agents.first else { return open.first.flatMap { words(of: $0).failing } }
        if failed.count == 1 { return "The newest run of \(first) failed" }
        return agents.count == 1
            ? "The newest runs of \(first) failed in \(spelled(failed.count)) configurations"
            : "The newest runs of \(spelled(failed.count)) agents failed"
    }

    private var changes: String? {
        let parts = [(regressed, "regressed"), (improved, "improved")].filter { $0.0 > 0 }
        guard let first = parts.first else { return nil }
        let rest = parts.dropFirst().map { " and \(spelled($0.0)) \($0.1)" }.joined()
        return "\(spelled(first.0).capitalizedFirst) series \(first.1)\(rest)" + (firstDay.map { " since \($0)" } ?? "")
    }

    private var quiet: String {
        if acknowledged == 0 { return "No \(failed.isEmpty ? "" : "other ")change in \(spelled(tested)) series" }
        return "No open change\(tested == 0 ? "" : " in \(spelled(standings.count)) series")"
    }

    /// `11 of 20 series regressed and none improved`, failures and what is acknowledged left out; `nil` where nothing can be tested.
    var tally: String? {
        if tested > 0, regressed + improved > 0 {
            return VerdictCounts(standouts.filter { $0.acknowledgement == nil }.map(\.judgement.verdict)).headline(tested: tested)
        }
        return tested > 0 || acknowledged > 0 ? quiet : nil
    }

    /// The day with which the first of the changes that the headline counts began; `nil` without dates.
    private var firstDay: String? {
        let counted = standouts.filter { $0.acknowledgement == nil && $0.isChange }.map { words(of: $0) }
        return counted.filter { $0.since.startedAt != nil }.min { ($0.since.startedAt?.orderKey ?? 0) < ($1.since.startedAt?.orderKey ?? 0) }?.day
    }
}

extension ChangeWords {
    /// The worst open change, how many more there are, and how many series were tested.
    var lede: String {
        guard tested > 0 || !standouts.isEmpty else { return nothing }
        return (worst + [unsettled, counts].compactMap(\.self)).joined(separator: " ")
    }

    /// The worst open change and how many more are open; where none is, that, and what else changed.
    var worst: [String] {
        guard let first = open.first else {
            let none = "No regression is open."
            let known =
                acknowledged == 0 ? nil : "\(spelled(acknowledged).capitalizedFirst) \(acknowledged == 1 ? "change is" : "changes are") acknowledged."
            guard let best = standouts.first(where: { $0.acknowledgement == nil }) else { return [none, known].compactMap(\.self) }
            return ["\(words(of: best).opening).", more(improved - 1, "improved"), none, known].compactMap(\.self)
        }
        return ["\(words(of: first).opening).", more(open.count - 1, open.count == 2 ? "is open" : "are open")].compactMap(\.self)
    }

    private func more(_ count: Int, _ what: String) -> String? { count < 1 ? nil : "\(spelled(count).capitalizedFirst) more \(what)." }

    /// What is no change of the level for better or worse, and nothing to rely on either.
    private var unsettled: String? {
        let kinds: [(Assessment.Kind, String)] = [
            (.unstable, "going back and forth between two levels"), (.moreVariable, "scattering more than before"),
        ]
        let parts = kinds.compactMap { kind, words -> String? in
            let count = standings.count { $0.kind == kind }
            return count == 0 ? nil : "\(spelled(count)) \(count == 1 ? "is" : "are") \(words)"
        }
        return parts.isEmpty ? nil : "Without a verdict for better or worse, \(parts.joined(separator: " and "))."
    }

    private var counts: String? { tested == 0 ? nil : "\(counted(tested)) series \(tested == 1 ? "was" : "were") tested." }

    /// What is missing for a verdict.
    var nothing: String {
        if tested > 0 || !standouts.isEmpty { return "No series stands out from its history." }
        let runs = model.runs.count
        if runs == 0 { return "No runs are stored." }
        let all = model.trajectories.filter { $0.unjudged == nil }
        guard let most = all.map({ $0.assessment?.runs ?? 0 }).max() else {
            return places.isEmpty
                ? "\(counted(runs, "run")) \(runs == 1 ? "is" : "are") stored, and none has a metric that is judged."
                : "\(counted(runs, "run")) \(runs == 1 ? "is" : "are") stored, and none of \(counted(places.count)) series can be judged: \(reasons)."
        }
        return
            "Not enough data: the longest of \(counted(all.count)) series that can be judged has \(counted(most, "comparable run")), and \(model.rules.leastEarlierRuns) earlier ones are needed."
    }

    /// Why series can't be judged, the commonest reason first.
    private var reasons: String {
        let counts = Dictionary(grouping: model.trajectories.compactMap { $0.unjudged?.reason }, by: \.self).mapValues(\.count)
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { counts.count == 1 ? $0.key : "of \(counted($0.value)) \($0.key)" }.joined(separator: ", ")
    }
}

extension ChangeWords {
    /// What a verdict takes, and what would have been seen.
    var note: String {
        let rules = model.rules
        return [
            "A series is judged from \(rules.leastEarlierRuns + 1) runs on, and stands out when its level since the last accepted change has moved by \(leastChange) or more beyond chance.",
            "\(counted(tested)) series tested together; false discovery rate held at \(percent(rules.falseDiscoveryRate)).", sensitivity,
        ].compactMap(\.self).joined(separator: " ")
    }

    /// `5 %`, and what single metrics have instead.
    var leastChange: String {
        let (tested, common) = (standings.filter(\.isTested), model.rules.leastChange)
        let own = Set(tested.map { model.trajectories[$0.trajectory].key.measure }).map { ($0.name, model.rules(for: $0.metric).leastChange) }
        let parts = Set(own.filter { $0.1 != common }.map { "\(percent($0.1)) of \($0.0)" }).sorted()
        if parts.isEmpty { return percent(common) }
        return own.contains { $0.1 == common } ? "\(percent(common)) (\(parts.joined(separator: ", ")))" : parts.joined(separator: ", ")
    }

    /// What half of the series would have shown, and what it takes to see the smallest change that counts.
    private var sensitivity: String? {
        let known = standings.filter(\.isTested).compactMap(\.sensitivity)
        guard let newest = Self.middle(known.map(\.ofNewest)) else { return nil }
        let runs = Self.middle(known.map { $0.runsForLeast.map(Double.init) ?? .infinity }) ?? .infinity
        let lasting =
            runs.isFinite
            ? "; a lasting change of the smallest size that counts takes \(counted(Int(runs), "run"))"
            : "; the smallest change that counts takes more than 100 runs"
        let subject = known.count == 1 ? "It" : "Half of them"
        return newest > 1
            ? "\(subject) might not have shown even a newest run at double the level\(lasting)."
            : "\(subject) would have shown a newest run \(percent(newest)) or more away in four of five cases\(lasting)."
    }

    /// The upper of the middle values, so that at least half of them are no greater.
    private static func middle(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.sorted()[values.count / 2] }
}

extension Trajectory.Unjudged {
    /// As it stands after a colon.
    var reason: String {
        switch self {
        case .noDirection: "the metric has no better or worse"
        case .undated: "the runs have no dates"
        case .means(.allRequests): "only means over all requests are known"
        case .means: "only means over cold and warm calls together are known"
        }
    }
}
