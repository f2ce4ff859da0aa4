import AgentRuns

extension MetricCharts {
    /// What a reader might take for alike in a figure that is made of several executions, and is not.
    ///
    /// - Parameter figures: the executions of each figure.
    func mixtures(_ figures: [[Observation]]) -> [String] {
        let fields = Self.telling.compactMap(RunField.field)
        let mixed = fields.filter { field in
            figures.contains { members in members.dropFirst().contains { field.value($0) != members.first.flatMap(field.value) } }
        }
        guard !mixed.isEmpty else { return [] }
        return ["Some figures take several together: \(mixed.map { $0.id + "s" }.joined(separator: ", "))."]
    }

    private static let telling = ["scenario", "slot", "model", "program"]
}
