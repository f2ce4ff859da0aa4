import AgentRuns
import RunStatistics

/// The figures of one execution as it gives them: of its warm calls, or of all its calls where it does not tell them apart, and of its cold calls.
///
/// What somebody excluded is not measured here.
struct SweepReading {
    let observation: Observation
    let throughput: CentralValue?
    let ttft: CentralValue?
    private let load: CentralValue?
    private let promptEval: CentralValue?
    private let warmTokens: Double?
    /// Of all calls.
    private let tokens: Double?
    /// Medians over the cold calls.
    let cold: SweepFigures

    init(_ observation: Observation) {
        let execution = observation.execution
        func isExcluded(_ metric: MetricID) -> Bool { observation.exclusion(of: metric) != nil }
        func central(_ metric: MetricID) -> CentralValue? {
            if isExcluded(metric) { return nil }
            // A summary in another unit than the metric's own can't stand beside the others.
            if execution.calls.isEmpty, let unit = execution.metrics[metric]?.unit, unit != Metric(metric)?.unit { return nil }
            return execution.centralValue(of: metric)
        }
        func figures(_ figure: (Call) -> Double?) -> CallFigures { CallFigures(execution.calls, figure) }
        func cold(_ metric: MetricID, _ figure: (Call) -> Double?) -> Double? {
            isExcluded(metric) ? nil : SampleSummary(figures(figure).cold)?.median
        }
        self.observation = observation
        throughput = central(.outputThroughput)
        ttft = central(.ttft)
        load = central(.loadDuration)
        promptEval = central(.promptEvalDuration)
        let tokens = { (call: Call) in call.outputTokens.map(Double.init) }
        let countsTokens = !isExcluded(.outputTokens)
        warmTokens = countsTokens ? SampleSummary(figures(tokens).warm)?.median : nil
        let sum = figures(tokens).undecided.reduce(0, +)
        self.tokens = countsTokens ? execution.metrics[.outputTokens]?.headline ?? (sum > 0 ? sum : nil) : nil
        self.cold = SweepFigures(
            throughput: cold(.outputThroughput, \.throughput), ttft: cold(.ttft, \.ttft), load: cold(.loadDuration, \.load),
            promptEval: cold(.promptEvalDuration, \.promptEval), outputTokens: cold(.outputTokens, tokens))
    }

    /// The figures of one population: of two values of which one is of warm calls and the other is not, only one can stand in a sweep.
    func figures(ttftIsWarm: Bool, throughputIsWarm: Bool) -> SweepFigures {
        func of(_ isWarm: Bool) -> (CentralValue?) -> Double? {
            { value in value.flatMap { ($0.statistic == .warmMedian) == isWarm ? $0.value : nil } }
        }
        return SweepFigures(
            throughput: of(throughputIsWarm)(throughput), ttft: of(ttftIsWarm)(ttft), load: of(ttftIsWarm)(load),
            promptEval: of(ttftIsWarm)(promptEval),
            outputTokens: ttftIsWarm ? warmTokens : tokens)
    }
}
