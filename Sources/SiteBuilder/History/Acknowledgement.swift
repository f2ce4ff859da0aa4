import AgentRuns
import Diagnostics
import SystemPackage

/// A change that somebody looked at and accepts, with the reason, from `content/acknowledged.toml`.
struct Acknowledgement: Sendable, Hashable {
    let figures: NamedFigures
    let metric: MetricID

    /// - Returns: `nil` for an entry that names no metric: a change is one of one metric.
    init?(_ figures: NamedFigures) {
        guard let metric = figures.metric else { return nil }
        self.figures = figures
        self.metric = metric
    }

    init(run: String, slot: String?, metric: MetricID, reason: String?, by: String?, date: Timestamp?) {
        figures = NamedFigures(run: run, slot: slot, metric: metric, reason: reason, by: by, date: date)
        self.metric = metric
    }

    var run: String { figures.run }
    var slot: String? { figures.slot }
    var reason: String? { figures.reason }
    var by: String? { figures.by }
    var date: Timestamp? { figures.date }

    private static let file = NamedFigures.File(name: "acknowledged.toml", table: "acknowledged", needed: [.run, .metric])

    /// Reads `acknowledged.toml` of a content folder; a site without one acknowledges nothing.
    static func load(content: FilePath, runs: [Run], reporting diagnostics: inout [Diagnostic]) -> [Acknowledgement] {
        NamedFigures.load(file, content: content, runs: runs, reporting: &diagnostics).compactMap { Acknowledgement($0) }
    }

    func covers(_ observation: Observation, _ metric: MetricID) -> Bool {
        observation.run.id == run && (slot == nil || slot == observation.execution.slot) && metric == self.metric
    }
}
