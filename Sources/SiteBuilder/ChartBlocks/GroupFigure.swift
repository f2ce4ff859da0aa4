import AgentRuns
import RunStatistics

/// What one metric comes to over a group of executions. Each execution counts once, by its central value.
struct GroupFigure {
    let observations: [Observation]
    /// In the order of the runs; executions without a value that counts have none here.
    let values: [Double]

    init(_ observations: [Observation], of metric: MetricID) {
        self.observations = observations
        values = observations.compactMap { $0.countedValue(of: metric)?.value }
    }

    var median: Double? { SampleSummary(values)?.median }

    /// How many executions failed without leaving a value.
    var failures: Int { observations.count(where: \.hasFailed) }

    /// `n 1, 2 failed`; only what a reader can't know from the caption.
    ///
    /// - Parameter usual: the number of values that goes without saying.
    func note(usual: Int) -> String? {
        let parts = [values.count == usual || values.isEmpty ? nil : "n \(values.count)", failures == 0 ? nil : "\(failures) failed"].compactMap(
            \.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
