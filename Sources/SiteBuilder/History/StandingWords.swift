import AgentRuns
import Charts
import RunStatistics

/// What is said of where a series stands, the same on every page, in the feed, in the gate and in a terminal.
struct StandingWords {
    let standing: Standing
    let trajectory: Trajectory
    /// The rules of the series' metric.
    let rules: VerdictRules
    /// What tells the series from others of its agent's name: `num_ctx 512`.
    let place: String
    private let namesYear: Bool
    /// Why the newest run failed, where it did and that is known.
    private let cause: String?

    init(_ standing: Standing, in model: SiteModel) { self.init(standing, of: model.trajectories[standing.trajectory], in: model) }

    init(_ standing: Standing, of trajectory: Trajectory, in model: SiteModel) {
        (self.standing, self.trajectory) = (standing, trajectory)
        rules = model.rules(for: trajectory.key.measure.metric)
        place = trajectory.detail(withModel: model.models.count > 1)
        namesYear = model.isOfSeveralYears
        cause = standing.hasFailed ? trajectory.newest?.observation.execution.error : nil
    }

    /// Fewer earlier runs than these are said beside a verdict.
    static let few = 10
    /// A cause that is longer stands on the run's page.
    private static let longestCause = 80
}

extension StandingWords {
    /// What happened to whom, by how much and since when, without a full stop: `insight (num_ctx 512) waits 38 % longer for its first token since
    /// 14 November`.
    var clause: String {
        let slot = trajectory.key.slot
        let who = place.isEmpty ? slot : "\(slot) (\(place))"
        if standing.hasFailed { return failure(of: who) }
        return "\(who) \(change)\(few.map { ", \($0)" } ?? "")"
    }

    /// The same at the start of a sentence. A name like `llama-bench` stays as the program writes it.
    var opening: String {
        let isName = !standing.hasFailed && trajectory.key.slot.contains { !$0.isLetter }
        return isName ? clause : clause.capitalizedFirst
    }

    /// `insight fails 33 of 100 requests`; `nil` where no failures became more.
    var failing: String? {
        guard standing.judgement.verdict == .regression, let shares else { return nil }
        return "\(trajectory.key.slot) fails \(shares.b)"
    }

    /// - Parameter who: whose run it is; `nil` where that is clear.
    func failure(of who: String?) -> String {
        let whose = who.map { " of \($0)" } ?? ""
        let runs =
            standing.runsSince == 1 ? "the newest run\(whose) failed" : "the newest \(spelled(standing.runsSince)) runs\(whose) failed, since \(day)"
        return [runs, shortCause].compactMap(\.self).joined(separator: ": ")
    }

    private var shortCause: String? { cause.flatMap { $0.isEmpty || $0.count > Self.longestCause ? nil : $0 } }

    private var change: String {
        let isWorse = standing.judgement.verdict == .regression
        let metric = trajectory.key.measure.metric.rawValue
        if let shares {
            // What is counted is the newest level, where the change came in several steps.
            guard let later else { return "fails \(shares.b) \(when), \(shares.a) before" }
            return "fails \(shares.b) since \(day(of: trajectory.points[later.start].run)), \(shares.a) before \(day)"
        }
        guard let ratio = standing.difference?.ratio else {
            return "went from \(text(standing.before)) to \(text(standing.now)) of \(trajectory.key.measure.name) \(when)"
        }
        let finding = JointReading.Finding(agent: "", place: "", metric: metric, verdict: standing.judgement.verdict, ratio: ratio)
        return "\(MetricPhrase.phrase(metric, isWorse: isWorse, [finding])) \(when)"
    }

    private var when: String {
        switch standing.kind {
        case .newest: "in its newest run"
        case .drift: "by a trend since \(day)"
        default: "since \(day)"
        }
    }

    /// Both sides of a share, as counts where they are known, else in per cent: `33 of 100 requests`; `nil` where the values are no shares.
    var shares: (a: String, b: String)? {
        guard trajectory.key.measure.isShare, let before = standing.before, let now = standing.now else { return nil }
        // Centres that are of runs, and not of requests, have the number of those.
        let isOfRuns = now.n == standing.runsSince && before.n == standing.reference?.observations.count
        guard !isOfRuns, let a = Self.failed(before), let b = Self.failed(now) else {
            return (percentage(before.value), "\(percentage(now.value)) of its \(thing)s")
        }
        return ("\(counted(a)) of \(counted(before.n))", "\(counted(b)) of \(counted(now.n, thing))")
    }

    /// What failures are counted in: `request`, `call`, `run`.
    var thing: String { trajectory.key.measure.failureBasis.map { String($0.name.dropLast()) } ?? "request" }

    /// How many failed, where the share is of a whole number.
    private static func failed(_ center: Center) -> Int? {
        let count = center.value / 100 * Double(center.n)
        return abs(count - count.rounded()) < 1e-6 * max(1, count) ? Int(count.rounded()) : nil
    }

    private func percentage(_ value: Double) -> String {
        NumberFormat(value / 100, of: .fraction, in: value == value.rounded() || value >= 10 ? .sentence : .column).text(value / 100)
    }
}

extension StandingWords {
    /// `+38 %`, `×2.4`, `+33 points`; nothing where nothing is known.
    var size: String {
        guard let difference = standing.difference else { return "" }
        if let ratio = difference.ratio { return NumberFormat.ratio(ratio) }
        if trajectory.key.measure.isShare { return points(difference.difference) }
        return NumberFormat(difference.difference, of: trajectory.quantity, in: .sentence).change(difference.difference)
    }

    /// The same as a cell under a head in per cent.
    var sizeCell: Table.Cell {
        guard let difference = standing.difference else { return .change(nil) }
        return difference.ratio.map { .change($0 - 1) } ?? .text(size)
    }

    private func points(_ difference: Double) -> String {
        let format = NumberFormat(difference / 100, of: .fraction, in: abs(difference) >= 10 ? .sentence : .column)
        return "\(format.change(difference / 100)) points"
    }

    /// As the gate says it: `regression: insight, TTFT, warm +50 %, from 600 ms to 900 ms, the newest run alone (s/run_21, num_ctx 512)`.
    var gate: String {
        let key = trajectory.key
        let run = [
            (standing.hasFailed ? trajectory.newest?.run : nil)?.id ?? since.id, key.scenario,
            "\(key.configuration.modelName)\(key.configuration.options.options.isEmpty ? "" : ", \(key.configuration.options.label)")",
        ]
        .compactMap(\.self).joined(separator: ", ")
        if standing.hasFailed {
            let others = standing.runsSince > 1 ? ", like \(counted(standing.runsSince - 1, "run")) before" : ""
            return "failed: \([key.slot, shortCause].compactMap(\.self).joined(separator: ": "))\(others) (\(run))"
        }
        let change = standing.difference?.ratio.map { NumberFormat.ratio($0, in: .column) } ?? size
        return
            "regression: \(trajectory.name) \(change), from \(text(standing.before)) to \(text(standing.now))\(detail.map { ", \($0)" } ?? "") (since \(run))"
    }

    /// The verdict as tables show it, with its ground under it.
    var cell: Table.Cell {
        if let entry = standing.acknowledgement { return .verdict(.acknowledged, Verdict.acknowledged.word, detail: entry.reason) }
        let verdict = Verdict(standing.judgement.verdict)
        return .verdict(verdict, verdict.word, detail: detail)
    }

    /// What bears on the verdict: what became of the level, and on how few runs that rests.
    var detail: String? {
        let parts = [standing.hasFailed ? shortCause : kindWord, few].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var kindWord: String? {
        switch standing.kind {
        case .newest: "the newest run alone"
        case .drift: "a drift, by its trend"
        case .unstable: "unstable, \(text(standing.before)) and \(text(standing.now)) in turn"
        case .moreVariable: "more variable"
        case .back: isExactlyBack ? "back at the level before" : "back near the level before"
        case .step: later.map { _ in isPartlyBack ? "partly back" : "in several steps" }
        case nil: nil
        }
    }

    /// `from only 6 earlier runs`.
    var few: String? {
        // A trend is told by all runs, and not by the few before it began.
        guard standing.isTested, standing.kind != .drift, let earlier = standing.reference?.observations.count, earlier < Self.few else { return nil }
        return "from only \(counted(earlier, "earlier run"))"
    }

    /// The newest change after the one with which the open one began: the level did not stay where it went first.
    var later: TrajectoryChange? {
        guard standing.kind == .step else { return nil }
        return trajectory.levelChanges.last { $0.start > standing.since }
    }
}

extension StandingWords {
    /// Where the level went first, of a change that did not stay there.
    var atFirst: Double? { later == nil ? nil : trajectory.levelChanges.first { $0.start == standing.since }?.after }

    /// Whether the level has gone back some of the way that it went first.
    var isPartlyBack: Bool {
        guard let first = atFirst, let before = standing.before?.value, let now = standing.now?.value else { return false }
        return abs(now - before) < abs(first - before)
    }

    /// Whether a level that is back lies within the smallest change that counts of where it was, rather than within chance.
    var isExactlyBack: Bool {
        guard let before = standing.before?.value, let now = standing.now?.value else { return true }
        return trajectory.verdict(from: before, to: now, least: rules.leastChange) == .noChange
    }

    func text(_ center: Center?) -> String { center.map { text($0.value) } ?? "–" }

    func text(_ value: Double) -> String {
        trajectory.key.measure.isShare ? percentage(value) : NumberFormat(value, of: trajectory.quantity, in: .sentence).text(value)
    }

    /// The run with which what is said began.
    var since: Run { trajectory.points[standing.since].run }

    /// Its day, with the year where the site's runs are of several; its name where it has no date.
    var day: String { day(of: since) }

    func day(of run: Run) -> String { run.startedAt.map { namesYear ? $0.longDate : $0.dayAndMonth } ?? run.nameInSuite }
}

extension SiteModel {
    fileprivate var isOfSeveralYears: Bool {
        let dated = runs.lazy.compactMap(\.startedAt)
        return dated.first?.year != dated.last?.year
    }
}
