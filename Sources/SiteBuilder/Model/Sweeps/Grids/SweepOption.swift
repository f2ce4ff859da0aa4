import AgentRuns

/// An option that a sweep varies, with its values in numeric order.
struct SweepOption: Sendable, Hashable {
    let name: String
    let values: [OptionValue]

    /// The options that take several values over some configurations, in the order in which options are shown.
    static func varied(over configurations: some Collection<SamplingConfiguration>) -> [SweepOption] {
        configurations.optionNames.compactMap { name in
            let values = Set(configurations.compactMap { $0[name] })
            return values.count > 1 ? SweepOption(name: name, values: values.sorted(by: isBefore)) : nil
        }
    }

    /// Numbers by size, then words.
    private static func isBefore(_ left: OptionValue, _ right: OptionValue) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.number, _): true
        case (_, .number): false
        default: (left.description, left == .text(left.description) ? 0 : 1) < (right.description, right == .text(right.description) ? 0 : 1)
        }
    }
}
