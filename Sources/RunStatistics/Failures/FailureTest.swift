/// Whether two groups of runs differ in the share that fails, with the heaps in which failures come.
///
/// Where the runs of a group differ by more than chance allows, Fisher's p would be far too small. So p is the greater of Fisher's and of the
/// one that takes the runs' own scatter, by Pearson's χ² over its degrees of freedom, as the measure of chance, with Student's t for having
/// estimated it.
/// Source: McCullagh & Nelder, *Generalized Linear Models* (1989), section 4.5.
struct FailureTest {
    /// Two-sided.
    let p: Double

    /// - Parameters:
    ///   - before: the runs of the earlier group, each of which tried something.
    ///   - after: those of the later one.
    init(_ before: some Collection<Attempts>, _ after: some Collection<Attempts>) {
        let (a, b) = (before.pooled, after.pooled)
        let exact = FisherExactTest((a.failed, a.of), (b.failed, b.of))?.p ?? 1
        p = max(exact, Self.pFromScatter(before, after) ?? 0)
    }

    /// - Returns: `nil` where the runs of either group do not scatter by more than chance allows.
    private static func pFromScatter(_ before: some Collection<Attempts>, _ after: some Collection<Attempts>) -> Double? {
        let (a, b) = (before.pooled, after.pooled)
        let freedom = Double(before.count + after.count - 2)
        guard a.of > 0, b.of > 0, freedom > 0 else { return nil }
        let scatter = (squares(before, a) + squares(after, b)) / freedom
        guard scatter > 1 else { return nil }
        let (n1, n2) = (Double(a.of), Double(b.of))
        let pooled = Double(a.failed + b.failed) / (n1 + n2)
        // The scatter is of single runs: the heaps of one run are as large as those of another, however much it tried.
        let usual = (n1 + n2) / Double(before.count + after.count)
        let (first, second) = (min(n1, usual * Double(before.count)), min(n2, usual * Double(after.count)))
        let error = (scatter * pooled * (1 - pooled) * (1 / first + 1 / second)).squareRoot()
        guard error > 0 else { return nil }
        return StudentT(degreesOfFreedom: freedom).twoSided((Double(b.failed) / n2 - Double(a.failed) / n1) / error)
    }

    /// Pearson's χ² of runs that share one rate.
    private static func squares(_ runs: some Collection<Attempts>, _ pooled: (failed: Int, of: Int)) -> Double {
        let rate = Double(pooled.failed) / Double(pooled.of)
        guard rate > 0, rate < 1 else { return 0 }
        return RunStatistics.sum(
            runs.map { run in
                let excess = Double(run.failed) - rate * Double(run.of)
                return excess * excess / (Double(run.of) * rate * (1 - rate))
            })
    }
}
