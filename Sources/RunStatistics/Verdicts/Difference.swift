/// What is known of one series in a comparison before the series it is judged with are looked at.
public struct Difference: Sendable, Hashable {
    /// The earlier side, or the one that is compared with.
    public var a: Center
    public var b: Center
    /// From a to b, in the values' unit.
    public var difference: Double
    /// From a to b; `nil` where values are not all above 0, and of shares.
    public var ratio: Double?
    /// Of the ratio where there is one, else of the difference.
    public var interval: Interval?
    /// Two-sided; `nil` where nothing was tested, because there are too few runs.
    public var p: Double?
    /// Whether the change is large enough to matter: beyond the least change and, after a history, outside the band.
    public var passes: Bool

    public init(a: Center, b: Center, difference: Double, ratio: Double?, interval: Interval?, p: Double?, passes: Bool) {
        self.a = a
        self.b = b
        self.difference = difference
        self.ratio = ratio
        self.interval = interval
        self.p = p
        self.passes = passes
    }

    /// Whether the change is at least the rules' least, whatever chance says of it.
    public func isLarge(_ rules: VerdictRules) -> Bool { Self.isLarge(difference, ratio: ratio, from: a.value, rules) }

    /// Whether a change is at least the rules' least: in its ratio where there is one, else relative to the earlier value.
    static func isLarge(_ difference: Double, ratio: Double?, from value: Double, _ rules: VerdictRules) -> Bool {
        if let ratio { return abs(ratio - 1) >= rules.leastChange }
        return difference != 0 && abs(difference) >= rules.leastChange * abs(value)
    }
}
