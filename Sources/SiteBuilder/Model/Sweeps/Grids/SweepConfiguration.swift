import AgentRuns
import RunStatistics

/// One configuration of a sweep: its place in the grid, and what was measured under it.
struct SweepConfiguration: Sendable {
    let configuration: Configuration
    /// The values of the varied options, in their order.
    let values: [OptionValue]
    /// Every execution under it, oldest first.
    let executions: [Observation]
    /// The figures of each execution, in the same order: of its warm calls, or of all where those are not told apart.
    let figures: [SweepFigures]
    /// The figures of each execution's cold calls, in the same order; empty ones where there were none.
    let coldFigures: [SweepFigures]

    /// `999 · 4096 · 0.8`.
    var label: String { values.map(\.description).joined(separator: " · ") }

    /// The medians over the executions; `nil` where nothing was measured.
    var median: SweepFigures? { SweepFigures(mediansOf: figures) }
    var coldMedian: SweepFigures? { SweepFigures(mediansOf: coldFigures) }

    /// How many executions have figures.
    var n: Int { figures.count(where: \.isMeasured) }
    var coldN: Int { coldFigures.count(where: \.isMeasured) }

    var failures: [Observation] { executions.filter(\.hasFailed) }
    /// Those that count in nothing, because somebody took them out.
    var excluded: [Observation] { executions.filter { $0.exclusion != nil } }
}

extension SweepFigures {
    /// Each figure's median over those that have it; `nil` where none has what a sweep is made for.
    init?(mediansOf all: [SweepFigures]) {
        func median(_ figure: KeyPath<SweepFigures, Double?>) -> Double? { SampleSummary(all.compactMap { $0[keyPath: figure] })?.median }
        self.init(
            throughput: median(\.throughput), ttft: median(\.ttft), load: median(\.load), promptEval: median(\.promptEval),
            outputTokens: median(\.outputTokens))
        if !isMeasured { return nil }
    }
}
