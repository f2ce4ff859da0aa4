import AgentRuns

/// A number or a word, so that a test can write a configuration as a dictionary.
struct OptionValueLiteral: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    let value: OptionValue

    init(floatLiteral value: Double) { self.value = .number(value) }
    init(integerLiteral value: Int) { self.value = .number(Double(value)) }
}

extension [String: OptionValueLiteral] {
    var configuration: SamplingConfiguration { SamplingConfiguration(mapValues(\.value)) }
}
