import AgentRuns

/// The agents of a run together: what their wall time is a series of.
extension TrajectoryKey.Agent {
    /// The slot that stands for all agents of a run.
    static let together = "agents together"

    /// - Parameter keys: those of the agents, of which there are two or more; what they differ in is said with the values of each.
    init?(together keys: [SeriesKey]) {
        guard keys.count > 1, let last = keys.last else { return nil }
        let models = keys.map(\.configuration.modelName).distinct
        var options = SamplingConfiguration()
        for name in keys.map(\.configuration.options).optionNames {
            let values = keys.map { $0.configuration.options[name] }
            if Set(values).count == 1 {
                options[name] = values[0]
            } else {
                options[name] = .text(values.map { $0?.description ?? "not set" }.joined(separator: " and "))
            }
        }
        self.init(
            configuration: Configuration(model: models.joined(separator: " and "), options: options), scenario: last.scenario, slot: Self.together,
            program: last.program)
    }
}

extension [String] {
    /// Each once, in their order.
    fileprivate var distinct: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension Observation {
    /// How long the agents of the run took together, in seconds; `nil` where one of them failed, or no source says.
    var wallTime: CentralValue? {
        guard run.executions.allSatisfy({ $0.status == .completed }), let wall = run.coordination?.wall, wall > 0 else { return nil }
        return CentralValue(value: wall, statistic: .total, n: nil, range: nil)
    }
}
