extension AgentExecution {
    /// How many calls the figures stand for; `nil` where no source says.
    public var numberOfCalls: Int? { calls.isEmpty ? callCount : calls.count }

    /// How many of the calls had to load the model; `nil` where it is undecided for any of them.
    public var numberOfColdCalls: Int? {
        guard !calls.isEmpty else { return coldCount }
        let answered = calls.filter { $0.error == nil }
        guard answered.allSatisfy({ $0.cold != nil }) else { return nil }
        return answered.count { $0.cold == true }
    }
}

extension Run {
    /// The models of the run's agents, each once, in the order of the agents.
    public var models: [String] {
        executions.compactMap(\.model).reduce(into: []) { models, model in
            if !models.contains(model) { models.append(model) }
        }
    }

    /// The second agent's figure minus the first's, in a run of exactly two agents that both have it.
    ///
    /// Programs differ in the sign that they print; this one is always B − A.
    public func difference(of metric: MetricID) -> Double? {
        guard executions.count == 2, metric != .ttft || executions[0].ttftDefinition == executions[1].ttftDefinition,
            let a = executions[0].metrics[metric]?.headline, let b = executions[1].metrics[metric]?.headline
        else { return nil }
        return b - a
    }
}
