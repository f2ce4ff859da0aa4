extension MetricCharts {
    /// What a reader might take for alike in a figure that is made of several executions, and is not.
    ///
    /// - Parameter figures: the executions of each figure.
    func mixtures(_ figures: [[Observation]]) -> [String] {
        let fields = RunField.named.filter { Self.telling.contains($0.name) }
        let mixed = fields.filter { field in
            figures.contains { members in members.dropFirst().contains { field.value($0) != members.first.flatMap(field.value) } }
        }
        guard !mixed.isEmpty else { return [] }
        return ["Some figures take several together: \(mixed.map { $0.name + "s" }.joined(separator: ", "))."]
    }

    private static let telling: Set<String> = ["model", "slot", "scenario", "program"]
}
