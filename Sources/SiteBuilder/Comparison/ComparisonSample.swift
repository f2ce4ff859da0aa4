import AgentRuns
import RunStatistics

/// What a comparison sees of one execution, or of one run's agents together: one value of one metric, or none because it failed.
///
/// Comparisons are made from samples alone, here and in the browser, so that both give the same figures.
struct ComparisonSample: Sendable, Hashable {
    let run: Run.ID
    let agent: ComparedAgent
    let metric: ComparedMetric
    /// What the value is of; `nil` for a failed execution.
    let kind: SampleKind?
    let value: Double?
}

/// What a value is of; values of two kinds are never compared.
struct SampleKind: Sendable, Hashable {
    let name: String
    /// Whether the values can be judged: a mean over calls of which the cold ones are not told apart can't.
    let isJudged: Bool

    init(_ name: String, isJudged: Bool = true) {
        self.name = name
        self.isJudged = isJudged
    }

    /// Values of a metric that is not TTFT.
    init(_ basis: MetricBasis?, in unit: String) {
        self.init([basis?.name, unit].compactMap(\.self).joined(separator: ", "))
    }

    init(ofTTFT kind: TTFTKind, _ statistic: CentralValue.Statistic) {
        self.init(kind.name, isJudged: kind.isWarm || statistic != .mean)
    }
}

/// Who was measured: what a row of a comparison is about.
struct ComparedAgent: Sendable, Hashable {
    let scenario: String?
    /// `nil` for the agents of a run together.
    let slot: String?
    /// `nil` where the sides are compared across models.
    let model: String?
    /// `nil` where the sides are compared across options.
    let options: SamplingConfiguration?
    let program: String?

    init(scenario: String?, slot: String?, model: String?, options: SamplingConfiguration?, program: String?) {
        self.scenario = scenario
        self.slot = slot
        self.model = model
        self.options = options
        self.program = program
    }

    init(scenario: String?, slot: String?, configuration: Configuration, program: String?) {
        self.init(scenario: scenario, slot: slot, model: configuration.model, options: configuration.options, program: program)
    }

    func has(_ configuration: Configuration) -> Bool { model == configuration.model && options == configuration.options }
}

extension ComparedAgent: Comparable {
    /// For the order of rows alone.
    private var configuration: Configuration { Configuration(model: model, options: options ?? SamplingConfiguration()) }

    static func < (left: ComparedAgent, right: ComparedAgent) -> Bool {
        if left.scenario != right.scenario { return (left.scenario ?? "") < (right.scenario ?? "") }
        let (a, b) = (left.configuration, right.configuration)
        if a != b { return a < b }
        return (left.slot ?? "\u{10FFFF}", left.program ?? "") < (right.slot ?? "\u{10FFFF}", right.program ?? "")
    }
}

extension Run {
    /// The samples of a run: each agent's metrics, whether it failed, and how the agents got on together.
    ///
    /// - Parameter metrics: in the order of the rows.
    func samples(of metrics: [MetricID]) -> [ComparisonSample] {
        let ofAgents = executions.indices.flatMap { index in
            Observation(run: self, index: index).samples(of: metrics)
        }
        return ofAgents + samplesTogether
    }

    /// Speed-up, efficiency and contention of agents that ran at once.
    private var samplesTogether: [ComparisonSample] {
        guard let coordination, let last = executions.last else { return [] }
        let agent = ComparedAgent(
            scenario: scenario, slot: nil, configuration: SeriesRules.standard.configuration(of: last, in: self),
            program: producer.program ?? producer.language)
        let figures: [(ComparedMetric, Double?)] = [
            (.speedup, coordination.speedup), (.efficiency, coordination.efficiency.map { $0 * 100 }),
            (.contention, coordination.contention.map { $0 ? 1 : 0 }),
        ]
        return figures.compactMap { metric, value in
            value.map { ComparisonSample(run: id, agent: agent, metric: metric, kind: SampleKind(metric.unit), value: $0) }
        }
    }
}

extension Observation {
    /// None of a result that its own tool rejects: nothing is held against it.
    fileprivate func samples(of metrics: [MetricID]) -> [ComparisonSample] {
        if isInvalid { return [] }
        let key = series
        let agent = ComparedAgent(scenario: key.scenario, slot: key.slot, configuration: key.configuration, program: key.program)
        func sample(_ metric: ComparedMetric, _ kind: SampleKind?, _ value: Double?) -> ComparisonSample {
            ComparisonSample(run: run.id, agent: agent, metric: metric, kind: kind, value: value)
        }
        let hasFailed = execution.status == .failed
        var samples = [sample(.failureRate, SampleKind(ComparedMetric.failureRate.unit), hasFailed ? 1 : 0)]
        for metric in metrics {
            let compared = ComparedMetric(metric, unit: execution.metrics[metric]?.unit)
            if hasFailed {
                samples.append(sample(compared, nil, nil))
            } else if let value = execution.centralValue(of: metric) {
                let kind =
                    metric == .ttft ? SampleKind(ofTTFT: TTFTKind(self), value.statistic) : SampleKind(basis(of: metric), in: compared.unit)
                samples.append(sample(compared, kind, value.value))
            }
            guard metric == .ttft, !hasFailed else { continue }
            let cold = execution.coldValues(of: .ttft)
            if !cold.isEmpty { samples.append(sample(.coldTTFT, SampleKind(TTFTKind(self).definition.shortName), RunStatistics.median(cold))) }
        }
        return samples
    }
}
