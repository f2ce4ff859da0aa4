import AgentRuns
import RunStatistics

extension Comparison {
    /// The newest run of every series against its history, judged together.
    ///
    /// - Parameters:
    ///   - metrics: what to compare; `nil` for every metric that is judged.
    ///   - given: the runs of which the newest of a series has to be one; `nil` for all series.
    static func latest(in model: SiteModel, metrics: [String]? = nil, of given: Set<Run.ID>? = nil) -> Comparison {
        let places = model.trajectories.indices.filter { place in
            guard let newest = model.trajectories[place].newest else { return false }
            return given?.contains(newest.run.id) ?? true
        }
        let rows = places.compactMap { place -> ComparisonRow? in
            let trajectory = model.trajectories[place]
            guard let row = ComparisonRow(newestOf: trajectory, in: model) else { return nil }
            // Failures count first, whatever is asked for.
            let isAsked = metrics?.contains(row.metric.id) ?? true
            return isAsked || (trajectory.key.measure.isShare && row.isOpen) ? row : nil
        }
        let titles = given == nil ? ("its history", "the newest run of each series") : ("the history of their series", "the given runs")
        let history = ComparisonSide(name: "history", title: titles.0, runs: [], configuration: nil)
        let newest = ComparisonSide(name: ComparisonSide.latest, title: titles.1, runs: [], configuration: nil)
        var comparison = Comparison(history, newest, judged: rows, rules: model.rules)
        comparison.changes = ChangeWords(model: model, of: Set(places))
        return comparison
    }
}

extension ComparisonRow {
    /// The newest run of a series and what it is held against; `nil` for a series without runs.
    fileprivate init?(newestOf trajectory: Trajectory, in model: SiteModel) {
        guard let newest = trajectory.newest else { return nil }
        let measure = trajectory.key.measure
        let (standing, failure) = (model.standing(of: trajectory), model.failure(of: trajectory))
        self.init(
            agent: ComparedAgent(trajectory.key.agent),
            metric: measure.failureBasis.map(ComparedMetric.failureRate) ?? ComparedMetric(measure.metric, unit: measure.unit),
            kinds: [measure.ttft?.name ?? measure.failureBasis?.name ?? SampleKind(measure.basis, in: measure.unit).name],
            a: standing?.before, b: model.now(of: trajectory), difference: failure == nil ? standing?.difference : nil,
            better: trajectory.better,
            verdict: (failure ?? standing)?.judgement.verdict
                ?? (trajectory.unjudged != nil || newest.state == .invalid ? .notComparable : .notEnoughData),
            pAdjusted: failure == nil ? standing?.judgement.pAdjusted : nil,
            acknowledgement: failure == nil ? standing?.acknowledgement ?? newest.acknowledgement : failure?.acknowledgement,
            run: newest.observation.run, hasFailed: (false, failure != nil))
        guard let standing else { return }
        kind = standing.kind
        since = trajectory.points[standing.since].run.id
        if failure == nil { detail = StandingWords(standing, in: model).detail }
    }
}
