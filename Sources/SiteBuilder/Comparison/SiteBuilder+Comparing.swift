public import AgentRuns
import Diagnostics

extension SiteBuilder {
    /// Compares what is stored, without building the site.
    ///
    /// - Parameters:
    ///   - metrics: ids of the metrics to compare; none for those that are judged.
    ///   - given: runs to be judged as the newest of their series, and not to be stored; with these, only their series are compared.
    public func compare(
        _ question: ComparisonReport.Question, metrics: [String] = [], with given: [Run]? = nil
    ) async -> ComparisonReport {
        var report = ComparisonReport()
        guard var content = await Content.load(content, jobs: jobs, reporting: &report.diagnostics) else { return report }
        let added = given.map { GivenRuns($0, after: content.runs, now: .now, mainBranch: content.settings.mainBranch) }
        report.diagnostics += (added?.known ?? []).map { run in
            .note("'\(run.given)' is stored already, as '\(run.stored)', and is left out")
        }
        content.runs += added?.runs ?? []
        let model = SiteModel(content: content)
        let unknown = Self.unknown(metrics, in: model)
        report.diagnostics += unknown
        report.hasUnknownNames = !unknown.isEmpty
        switch question {
        case .latest:
            report.comparison = .latest(in: model, metrics: metrics.isEmpty ? nil : metrics, of: added.map { Set($0.runs.map(\.id)) })
        case .pair(let nameA, let nameB):
            let sides = [nameA, nameB].map { name in (name, model.side(named: name)) }
            for (name, side) in sides where side == nil {
                let hint = suggestion(for: name, among: model.sideNames)
                report.diagnostics.append(.error("no run, suite or configuration is called '\(name)'\(hint)"))
                report.hasUnknownNames = true
            }
            guard let a = sides[0].1, let b = sides[1].1 else { return report }
            report.comparison = Comparison(a, b, in: model, metrics: metrics.isEmpty ? nil : metrics)
        }
        if report.hasUnknownNames { report.comparison = nil }
        return report
    }

    private static func unknown(_ metrics: [String], in model: SiteModel) -> [Diagnostic] {
        let measured = Set(model.runs.flatMap { $0.executions.flatMap(\.metrics.keys) }.map(\.rawValue))
        let known = measured.union(Metric.registry.map(\.id.rawValue)).union(ComparedMetric.ofRuns.map(\.id)).sorted()
        return metrics.filter { !known.contains($0) }.map { metric in
            let hint = suggestion(for: metric, among: known)
            return .error("unknown metric '\(metric)'\(hint)")
        }
    }
}
