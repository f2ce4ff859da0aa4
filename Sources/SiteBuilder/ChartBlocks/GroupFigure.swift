import AgentRuns
import RunStatistics

/// What one metric comes to over a group of executions. Each execution counts once, by its central value.
struct GroupFigure {
    let observations: [Observation]
    /// In the order of the runs; executions without a value have none here, nor have results that their own tool rejects.
    let values: [Double]

    init(_ observations: [Observation], _ value: (Observation) -> CentralValue?) {
        self.observations = observations
        values = observations.filter { !$0.isInvalid }.compactMap { value($0)?.value }
    }

    var median: Double? { SampleSummary(values)?.median }

    /// How many executions failed without leaving a value.
    var failures: Int { observations.count { $0.execution.status == .failed } }

    /// `n 1, 2 failed`; only what a reader can't know from the caption.
    ///
    /// - Parameter usual: the number of values that goes without saying.
    func note(usual: Int) -> String? {
        let parts = [values.count == usual || values.isEmpty ? nil : "n \(values.count)", failures == 0 ? nil : "\(failures) failed"].compactMap(
            \.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
