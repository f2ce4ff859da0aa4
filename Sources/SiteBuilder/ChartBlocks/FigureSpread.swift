import RunStatistics

/// What the whiskers of a chart of medians are: one thing for the whole chart, so that they can be compared.
enum FigureSpread {
    /// 95 % intervals of the medians, where every figure has enough values for one.
    case interval
    /// From the least value to the greatest.
    case range
    /// No figure has two values.
    case none

    private static let confidence = 0.95

    init(of figures: [GroupFigure]) {
        if figures.allSatisfy({ RunStatistics.medianInterval(of: $0.values, confidence: Self.confidence) != nil }) {
            self = .interval
        } else {
            self = figures.contains { $0.values.count > 1 } ? .range : .none
        }
    }

    func whisker(of figure: GroupFigure) -> ClosedRange<Double>? {
        switch self {
        case .interval:
            return RunStatistics.medianInterval(of: figure.values, confidence: Self.confidence).map { $0.lower...$0.upper }
        case .range:
            guard figure.values.count > 1, let summary = SampleSummary(figure.values) else { return nil }
            return summary.least...summary.greatest
        case .none: return nil
        }
    }

    var sentence: String? {
        switch self {
        case .interval: "A whisker is the 95\u{202F}% interval of the median."
        case .range: "A whisker goes from the least to the greatest value: some rows have fewer than 6, too few for an interval of the median."
        case .none: nil
        }
    }
}
