import Platform

/// What a p value pays for having been the least of many.
///
/// The chance that a series says to have moved at all is shared out: two thirds to the newest run alone, a quarter to changes anywhere
/// before it, a twelfth to drift.
enum SelectionPrice {
    static let newest = 1.5
    static let drift = 12.0
    private static let change = 4.0
    private static let further = 4.0

    /// Of a change among n values, whose place was chosen.
    static func step(_ n: Int) -> Double { change * places(n) }

    /// Of several changes among n values that were found together: as many as there are ways to place them.
    static func together(_ chosen: [Int], of n: Int) -> Double {
        let steps = chosen.count { $0 < n - 1 }
        guard steps > 0 else { return newest }
        return change * places(n) * pow(Self.further, Double(steps - 1))
    }

    /// How many independent places a change among n values may have, for what the best of them is tested at.
    ///
    /// Fitted to the quantile of the greatest t over all places in simulated normal noise at 0.02: 17 of 40 values, 26 of 100, 39 of 300.
    private static func places(_ n: Int) -> Double {
        max(1, min(Double(n - 3), 10.5 * log(Double(n)) - 20))
    }
}
