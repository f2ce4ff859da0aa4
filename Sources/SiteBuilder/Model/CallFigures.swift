import AgentRuns
import RunStatistics

/// The single calls of an execution that a figure can be made of: what was measured, split into warm and cold.
struct CallFigures {
    /// Values of calls that found the model loaded.
    let warm: [Double]
    /// Values of calls that had to load it.
    let cold: [Double]
    /// Values of calls for which that can't be told.
    let undecided: [Double]

    init(_ calls: [Call], _ figure: (Call) -> Double?) {
        var figures: (warm: [Double], cold: [Double], undecided: [Double]) = ([], [], [])
        for call in calls {
            guard call.error == nil, let value = figure(call), value.isFinite else { continue }
            switch call.cold {
            case false: figures.warm.append(value)
            case true: figures.cold.append(value)
            case nil: figures.undecided.append(value)
            }
        }
        (warm, cold, undecided) = figures
    }
}

extension AgentExecution {
    /// The stored calls; where the figures are those of one answer whose load is known, as of Ollama, that answer as the call that it is.
    var knownCalls: [Call] {
        guard calls.isEmpty, callCount == 1, let coldCount else { return calls }
        func figure(_ metric: MetricID) -> Double? { metrics[metric]?.headline }
        return [
            Call(
                ttft: figure(.ttft), load: figure(.loadDuration), promptEval: figure(.promptEvalDuration), eval: figure(.evalDuration),
                throughput: figure(.outputThroughput), cold: coldCount > 0)
        ]
    }
}
