/// How values lie along an axis.
public enum ValueAxisKind: Sendable, Hashable {
    /// Equal lengths for equal differences.
    case linear
    /// Equal lengths for equal ratios: for positive values over several orders of magnitude; values at or under zero are not drawn.
    case logarithmic

    /// Whether a value has a place on the axis.
    func holds(_ value: Double) -> Bool {
        value.isFinite && (self == .linear || value > 0)
    }

    /// The scale over some values; `nil` on a logarithmic axis without a positive one.
    func scale(covering values: [Double], start: LinearScale.Start) -> (any ValueScale)? {
        switch self {
        case .linear: LinearScale(covering: values, start: start)
        case .logarithmic: LogarithmicScale(covering: values)
        }
    }
}
