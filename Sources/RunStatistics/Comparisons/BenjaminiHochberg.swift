/// The step-up procedure that holds the false discovery rate of many tests.
///
/// Source: Benjamini & Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple testing" (1995).
public enum BenjaminiHochberg {
    /// For each p the least rate at which it would be rejected, in the order given.
    public static func adjusted(_ p: [Double]) -> [Double] {
        var adjusted = [Double](repeating: 1, count: p.count)
        var least = 1.0
        // From the greatest p down; equal ones end with the same value in whatever order they come.
        for (rank, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated().reversed() {
            least = min(least, p[index] * Double(p.count) / Double(rank + 1))
            adjusted[index] = least
        }
        return adjusted
    }

    /// Which of the tests are rejected at a false discovery rate, in the order given.
    public static func rejected(_ p: [Double], at rate: Double) -> [Bool] {
        adjusted(p).map { $0 <= rate }
    }
}
