import AgentRuns
import RunStatistics

extension Comparison {
    /// The newest run of every series against its history, judged together.
    ///
    /// - Parameters:
    ///   - metrics: what to compare; `nil` for every metric that is judged.
    ///   - given: the runs of which the newest of a series has to be one; `nil` for all series.
    static func latest(in model: SiteModel, metrics: [String]? = nil, of given: Set<Run.ID>? = nil) -> Comparison {
        let rows = model.trajectories.compactMap { trajectory -> ComparisonRow? in
            guard let row = ComparisonRow(newestOf: trajectory, standing: model.standing(of: trajectory)) else { return nil }
            // Failures count first, whatever is asked for: a run that failed has no figure that could be worse.
            let isAsked = metrics?.contains(row.metric.id) ?? true
            return isAsked || (trajectory.key.measure.failureBasis != nil && row.isOpen) ? row : nil
        }.filter { row in given.map { given in row.run.map { given.contains($0.id) } ?? false } ?? true }
        let titles = given == nil ? ("its history", "the newest run of each series") : ("the history of their series", "the given runs")
        let history = ComparisonSide(name: "history", title: titles.0, runs: [], configuration: nil)
        let newest = ComparisonSide(name: ComparisonSide.latest, title: titles.1, runs: [], configuration: nil)
        return Comparison(history, newest, judged: rows, rules: model.rules)
    }
}

extension ComparisonRow {
    /// The newest run of a series and what it is held against; `nil` for a series without runs.
    fileprivate init?(newestOf trajectory: Trajectory, standing: Standing?) {
        guard let newest = trajectory.newest else { return nil }
        let measure = trajectory.key.measure
        // A run that failed is one failure, and no figure of it is missed.
        let hasFailed = measure.failureBasis == .runs && newest.state == .failed
        self.init(
            agent: ComparedAgent(trajectory.key.agent),
            metric: ComparedMetric.named(measure.metric, unit: measure.unit),
            kinds: [measure.ttft?.name ?? measure.failureBasis?.name ?? SampleKind(measure.basis, in: measure.unit).name],
            a: standing?.difference.a, b: standing?.difference.b ?? newest.value.map { Center(n: 1, value: $0.value, interval: nil) },
            difference: hasFailed ? nil : standing?.difference,
            better: trajectory.better,
            verdict: hasFailed
                ? .failed : trajectory.unjudged != nil || newest.state == .invalid ? .notComparable : standing?.judgement.verdict ?? .notEnoughData,
            pAdjusted: hasFailed ? nil : standing?.judgement.pAdjusted,
            acknowledgement: standing?.acknowledgement ?? newest.acknowledgement, run: newest.observation.run, hasFailed: (false, hasFailed))
        kind = standing?.kind
        since = standing.map { trajectory.points[$0.since].run.id }
    }
}
