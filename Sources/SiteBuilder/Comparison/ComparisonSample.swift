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
    /// What was tried and what of it failed, of a share.
    var attempts: Attempts?
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

extension Run {
    /// The samples of a run: each agent's metrics, whether it failed, and how the agents got on together.
    ///
    /// - Parameter metrics: in the order of the rows.
    func samples(of metrics: [MetricID], in model: SiteModel) -> [ComparisonSample] {
        let observations = model.observations(of: self)
        let together = observations.contains(where: \.isLeftOut) ? nil : observations.last.map { samplesTogether($0.seriesOfRun) }
        return observations.flatMap { $0.samples(of: metrics, failuresOf: model.failureBases) } + (together ?? [])
    }

    /// How agents that ran at once got on, which is of all of them or of none: their wall time, and what follows from it.
    private func samplesTogether(_ keys: [SeriesKey]) -> [ComparisonSample] {
        guard let coordination, let agent = TrajectoryKey.Agent(together: keys).map(ComparedAgent.init) else { return [] }
        let figures: [(ComparedMetric, Double?)] = [
            (.wallTime, coordination.wall), (.speedup, coordination.speedup), (.efficiency, coordination.efficiency.map { $0 * 100 }),
            (.contention, coordination.contention.map { $0 ? 1 : 0 }),
        ]
        return figures.compactMap { metric, value in
            let kind = SampleKind(metric.unit, isJudged: coordination.wall == nil || !metric.followsFromWallTime)
            return value.map { value in
                ComparisonSample(
                    run: id, agent: agent, metric: metric, kind: kind, value: value, attempts: metric.isShare ? Attempts(failed: value == 1 ? 1 : 0, of: 1) : nil)
            }
        }
    }
}

extension Observation {
    /// None of a result that its own tool rejects or that somebody excluded: nothing is held against it.
    fileprivate func samples(of metrics: [MetricID], failuresOf bases: Set<MetricBasis>) -> [ComparisonSample] {
        if isLeftOut { return [] }
        let agent = ComparedAgent(series)
        func sample(_ metric: ComparedMetric, _ kind: SampleKind?, _ value: Double?) -> ComparisonSample {
            ComparisonSample(run: run.id, agent: agent, metric: metric, kind: kind, value: value)
        }
        let isFailed = execution.status == .failed
        var samples = isLeftOut(of: .failureRate) ? [] : failures(of: agent, bases)
        for metric in metrics where !isLeftOut(of: metric) {
            let compared = ComparedMetric(metric, unit: execution.metrics[metric.base]?.unit)
            if isFailed {
                // A percentile that nobody reported is not missed.
                if metric.tail == nil { samples.append(sample(compared, nil, nil)) }
            } else if let value = execution.centralValue(of: metric) {
                let kind =
                    metric.base == .ttft ? SampleKind(ofTTFT: TTFTKind(self), value.statistic) : SampleKind(basis(of: metric), in: compared.unit)
                samples.append(sample(compared, kind, value.value))
            }
            guard metric == .ttft, !isFailed else { continue }
            let cold = execution.coldValues(of: .ttft)
            if !cold.isEmpty { samples.append(sample(.coldTTFT, SampleKind(TTFTKind(self).definition.shortName), RunStatistics.median(cold))) }
        }
        return samples
    }
    /// What failed, of runs and of whatever else the source counts.
    private func failures(of agent: ComparedAgent, _ bases: Set<MetricBasis>) -> [ComparisonSample] {
        FailureCounts(execution).byBasis.filter { $0.key == .runs || bases.contains($0.key) }.sorted { $0.key < $1.key }.map { basis, attempts in
            let metric = ComparedMetric.failureRate(of: basis)
            return ComparisonSample(run: run.id, agent: agent, metric: metric, kind: SampleKind(metric.unit), value: nil, attempts: attempts)
        }
    }
}
