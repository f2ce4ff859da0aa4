import AgentRuns
import Diagnostics
import SystemPackage

/// A bad run, or some of its figures, that somebody took out of judging, with the reason, from `content/excluded.toml`.
///
/// The run stays in the content and on the site; it is shown struck through, and nothing is held against it nor made from it.
struct Exclusion: Sendable, Hashable {
    let figures: NamedFigures

    var run: String { figures.run }
    /// `nil` for every agent of the run.
    var slot: String? { figures.slot }
    /// `nil` for everything that was measured.
    var metric: MetricID? { figures.metric }
    /// With who gave it and when.
    var reason: String { figures.signedReason ?? "" }

    private static let file = NamedFigures.File(name: "excluded.toml", table: "excluded", needed: [.run, .reason])

    /// Reads `excluded.toml` of a content folder; a site without one excludes nothing.
    static func load(content: FilePath, runs: [Run], reporting diagnostics: inout [Diagnostic]) -> [Exclusion] {
        NamedFigures.load(file, content: content, runs: runs, reporting: &diagnostics).map { Exclusion(figures: $0) }
    }

    /// Whether it is of an execution, in whole or in part.
    func isOf(_ execution: AgentExecution) -> Bool { slot == nil || slot == execution.slot }

    /// Whether it takes out a metric; the percentiles of one, such as `ttft_p95`, go with it.
    func covers(_ id: MetricID) -> Bool {
        guard let metric else { return true }
        let prefix = metric.rawValue + "_p"
        return id == metric || (id.rawValue.hasPrefix(prefix) && id.rawValue.dropFirst(prefix.count).first?.isNumber == true)
    }

    /// What it takes out of a run: `the fan had stopped`, `TTFT of insight, the fan had stopped`.
    var phrase: String {
        let what = [metric.map { Metric($0)?.shortName ?? $0.rawValue }, slot].compactMap(\.self).joined(separator: " of ")
        return what.isEmpty ? reason : "\(what), \(reason)"
    }
}
