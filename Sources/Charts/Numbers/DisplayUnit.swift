/// A unit as readers see it, with the decimals that figures in it carry.
public struct DisplayUnit: Sendable, Hashable {
    /// What stands after the number, such as `ms`; empty for a bare number.
    public let symbol: String
    /// How many of the quantity's own unit make one of this: 1000 for seconds when the values are given in milliseconds.
    public let size: Double
    let decimals: DecimalSteps
    let sentenceDecimals: DecimalSteps
    let headlineDecimals: DecimalSteps

    init(
        _ symbol: String, size: Double = 1, decimals: DecimalSteps,
        inSentences sentenceDecimals: DecimalSteps? = nil, inHeadlines headlineDecimals: DecimalSteps? = nil
    ) {
        self.symbol = symbol
        self.size = size
        self.decimals = decimals
        self.sentenceDecimals = sentenceDecimals ?? decimals
        self.headlineDecimals = headlineDecimals ?? decimals
    }

    func decimals(in setting: NumberSetting) -> DecimalSteps {
        switch setting {
        case .column: decimals
        case .sentence: sentenceDecimals
        case .headline: headlineDecimals
        }
    }
}
