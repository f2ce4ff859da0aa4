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
        let asked = places.map { place in (place: place, rows: rows(of: model.trajectories[place], in: model, metrics)) }.filter { !$0.rows.isEmpty }
        let titles = given == nil ? ("its history", "the newest run of each series") : ("the history of their series", "the given runs")
        let history = ComparisonSide(name: "history", title: titles.0, runs: [], configuration: nil)
        let newest = ComparisonSide(name: ComparisonSide.latest, title: titles.1, runs: [], configuration: nil)
        var comparison = Comparison(history, newest, judged: asked.flatMap(\.rows), rules: model.rules)
        comparison.changes = ChangeWords(model: model, of: Set(asked.map(\.place)))
        return comparison
    }

    /// A row for everything that is said of a series, and one where nothing is; none of a metric that was not asked for.
    private static func rows(of trajectory: Trajectory, in model: SiteModel, _ metrics: [String]?) -> [ComparisonRow] {
        let answers = model.answers(of: trajectory)
        let rows = answers.isEmpty ? [ComparisonRow(trajectory, nil, in: model)] : answers.map { ComparisonRow(trajectory, $0, in: model) }
        return rows.compactMap(\.self).filter { row in
            // Failures count first, whatever is asked for.
            (metrics?.contains(row.metric.id) ?? true) || (trajectory.key.measure.isShare && row.isOpen)
        }
    }
}

extension ComparisonRow {
    /// What is said of a series, and what it is held against; `nil` for a series without runs.
    fileprivate init?(_ trajectory: Trajectory, _ said: Standing?, in model: SiteModel) {
        guard let newest = trajectory.newest else { return nil }
        let measure = trajectory.key.measure
        let hasFailed = said?.hasFailed == true
        // What is said of the level is said of the newest run that counts.
        let point = hasFailed || said == nil ? newest : trajectory.usable.last.map { trajectory.points[$0] } ?? newest
        self.init(
            agent: ComparedAgent(trajectory.key.agent),
            metric: measure.failureBasis.map(ComparedMetric.failureRate) ?? ComparedMetric(measure.metric, unit: measure.unit),
            kinds: [measure.ttft?.name ?? measure.failureBasis?.name ?? SampleKind(measure.basis, in: measure.unit).name],
            a: model.standing(of: trajectory)?.before, b: said == nil ? model.now(of: trajectory) : said?.now, difference: said?.difference,
            better: trajectory.better,
            verdict: said?.judgement.verdict ?? (trajectory.unjudged != nil || newest.state == .invalid ? .notComparable : .notEnoughData),
            pAdjusted: said?.judgement.pAdjusted, acknowledgement: said?.acknowledgement, run: point.run, hasFailed: (false, hasFailed))
        guard let said else { return }
        kind = said.kind
        since = model.since(said).id
        if !hasFailed { detail = StandingWords(said, in: model).detail }
    }
}
