import AgentRuns
import Charts
import RunStatistics

extension Trajectory {
    var quantity: Quantity { .given(in: key.measure.unit) }

    /// `TTFT of insight, gemma3:latest, num_ctx 512`: what tells the series from others, as a heading.
    var title: String {
        [key.measure.name.capitalizedFirst + " of " + key.slot, key.configuration.modelName, telling].compactMap(\.self).joined(separator: ", ")
    }

    /// `insight, TTFT, warm`.
    var name: String { "\(key.slot), \(key.measure.label)" }

    /// What tells the series from others of its name: `chimera_hetero, gemma3:latest, num_ctx 1024`.
    var detail: String { detail(withModel: true) }

    /// - Parameter withModel: whether the model is said, which a site of one model need not.
    func detail(withModel: Bool) -> String {
        [key.tellingScenario, withModel ? key.configuration.modelName : nil, telling, namesProgram ? key.program : nil].compactMap(\.self)
            .joined(separator: ", ")
    }

    /// `lower is better`.
    var directionText: String {
        switch key.measure.direction {
        case .lowerIsBetter: "lower is better"
        case .higherIsBetter: "higher is better"
        case .neither: "neither high nor low is better"
        }
    }

    /// The verdict of a point as it is shown, and its word.
    func verdict(of point: TrajectoryPoint) -> (Verdict, String) {
        switch point.state {
        case .failed: return (.failed, "failed")
        case .invalid: return (.invalid, Verdict.invalid.word)
        case .excluded: return (.excluded, Verdict.excluded.word)
        case .unmeasured, .undated: return (.notEnoughData, Verdict.notEnoughData.word)
        case .comparable, .thin, .otherBranch: break
        }
        if unjudged != nil { return (.notComparable, "not judged") }
        if point.acknowledgement != nil { return (.acknowledged, Verdict.acknowledged.word) }
        let verdict = point.verdict.map { Verdict($0) } ?? .notEnoughData
        return (verdict, verdict.word)
    }
}

extension TrajectoryPoint {
    var run: Run { observation.run }
}

extension TrajectoryPoint {
    /// Whether the value lies beyond the limits that the runs before it set.
    var isOutside: Bool {
        guard let limits, let value = value?.value else { return false }
        return value < limits.lower || value > limits.upper
    }
}

extension TrajectoryKey {
    /// The scenario, where it says more than the tool's name does.
    var tellingScenario: String? { scenario == Run.servingBenchmark ? nil : scenario }
}
