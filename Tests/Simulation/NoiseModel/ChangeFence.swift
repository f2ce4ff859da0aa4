import RunStatistics

/// rustc-perf's rule: a change from one run to the next counts if it is beyond the upper fence of those before, three quartile ranges above
/// the upper quartile.
///
/// Source: rustc-perf, `docs/comparison-analysis.md`.
enum ChangeFence {
    static func isBeyond(_ values: [Double], either: Bool) -> Bool {
        let changes = zip(values.dropFirst(), values).map { $0 / $1 - 1 }
        guard let newest = changes.last, changes.count > 4 else { return false }
        let usual = changes.dropLast().map(abs).sorted()
        let (lower, upper) = (RunStatistics.quantile(0.25, ofSorted: usual), RunStatistics.quantile(0.75, ofSorted: usual))
        return (either ? abs(newest) : newest) > upper + 3 * (upper - lower)
    }
}
