import AgentRuns

/// Which figures of a group of executions have charts of their own: one section for each population, since nothing else may share a scale.
struct GroupCharts {
    struct Section {
        let heading: String
        /// Part of the address of the section on its page.
        let id: String
        let population: MetricPopulation
    }

    let observations: [Observation]

    /// TTFT, then throughput: of prompts, or of everything together, for executions that have none of output. A metric that nothing has is left out.
    var sections: [Section] {
        let others = observations.filter { !isMeasured($0, .outputThroughput) }
        return sections(of: .ttft, observations, id: "ttft", numbersFirst: true)
            + sections(of: .outputThroughput, observations, id: "throughput", numbersFirst: false)
            + sections(of: .promptThroughput, others, id: "prompt-throughput", numbersFirst: false)
            + sections(of: .totalThroughput, others, id: "total-throughput", numbersFirst: false)
    }

    /// - Parameter numbersFirst: whether the address has a number even where there is one section.
    private func sections(of id: MetricID, _ observations: [Observation], id anchor: String, numbersFirst: Bool) -> [Section] {
        guard let metric = Metric(id) else { return [] }
        let populations = MetricPopulation.split(observations, by: metric) { isMeasured($0, id) }
        return populations.enumerated().map { index, population in
            Section(
                heading: populations.count == 1 ? metric.name : "\(metric.name): \(population.name)",
                id: index == 0 && !numbersFirst ? anchor : "\(anchor)-\(index + 1)", population: population)
        }
    }

    private func isMeasured(_ observation: Observation, _ metric: MetricID) -> Bool {
        observation.execution.centralValue(of: metric) != nil
            || !observation.execution.coldValues(of: metric).isEmpty
    }
}

extension Metric {
    /// What stands for the throughput of an execution that has none of output: of prompts, or of everything together.
    static let otherThroughputs = [MetricID.promptThroughput, .totalThroughput].compactMap { Metric($0) }
}
