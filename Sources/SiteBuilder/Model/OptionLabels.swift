import AgentRuns

/// Short names for configurations that stand together: of each only the options in which they differ. What all share is said once, beside them.
struct OptionLabels: Sendable {
    /// The options in which they differ, in the order in which options are shown.
    private let differing: [String]
    /// What all of them have alike, in the same order.
    let shared: [(name: String, value: OptionValue)]

    init(_ configurations: some Collection<SamplingConfiguration>) {
        let distinct = Set(configurations)
        var differing: [String] = []
        var shared: [(name: String, value: OptionValue)] = []
        for name in distinct.optionNames {
            let values = Set(distinct.map { $0[name] })
            if values.count > 1 { differing.append(name) } else if let value = values.first.flatMap(\.self) { shared.append((name, value)) }
        }
        self.differing = differing
        self.shared = shared
    }

    /// `num_ctx 512`; what lacks all that the others set says so. `nil` where there is no difference.
    func label(of configuration: SamplingConfiguration) -> String? {
        guard !differing.isEmpty else { return nil }
        let parts = differing.compactMap { name in configuration[name].map { RunField.phrase(name, $0) } }
        if !parts.isEmpty { return parts.joined(separator: ", ") }
        return configuration.options.isEmpty ? configuration.label : "\(differing.joined(separator: ", ")) not set"
    }

    /// `num_gpu 80, temperature 1 throughout`; `nil` where nothing is alike.
    var throughout: String? { sharedLabel().map { "\($0) throughout" } }

    /// `num_gpu 80, temperature 1`; `nil` where nothing is alike.
    ///
    /// - Parameter said: names of options that the reader knows already.
    func sharedLabel(without said: Set<String> = []) -> String? {
        let parts = shared.filter { !said.contains($0.name) }.map { RunField.phrase($0.name, $0.value) }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Collection<SamplingConfiguration> {
    /// The names of the options of all configurations, in the order in which options are shown.
    var optionNames: [String] {
        reduce(into: SamplingConfiguration()) { all, next in
            for (name, value) in next.options { all[name] = value }
        }.names
    }
}
