extension Difference {
    /// The newest run's share of failures against the runs before it.
    ///
    /// Failures come in heaps: where earlier shares differ by more than chance allows, the binomial p would be far too small. So p is the
    /// greater of Fisher's and of the one that takes the earlier runs' own scatter, by Pearson's χ² over its degrees of freedom, as the
    /// measure of chance, with Student's t for having estimated it.
    /// Source: McCullagh & Nelder, *Generalized Linear Models* (1989), section 4.5.
    /// - Parameters:
    ///   - next: requests that failed and all requests of the newest run.
    ///   - history: the same of each earlier run; runs that tried nothing are left out.
    /// - Returns: `nil` where nothing was tried on a side, or more failed than was tried.
    public static func ofNextRate(
        _ next: (failed: Int, of: Int), after history: [(failed: Int, of: Int)], rules: VerdictRules = .standard
    ) -> Difference? {
        let history = history.filter { $0.of > 0 }
        guard history.allSatisfy({ $0.failed >= 0 && $0.failed <= $0.of }) else { return nil }
        let (failed, of) = history.reduce((0, 0)) { ($0.0 + $1.failed, $0.1 + $1.of) }
        guard var difference = ofRates((failed, of), next, rules: rules) else { return nil }
        if let exact = difference.p, let scattered = pFromScatter(of: history, next, failed: failed, of: of) {
            difference.p = max(exact, scattered)
        }
        return difference
    }

    /// - Returns: `nil` where the earlier runs do not scatter by more than chance allows.
    private static func pFromScatter(of history: [(failed: Int, of: Int)], _ next: (failed: Int, of: Int), failed: Int, of: Int) -> Double? {
        let rate = Double(failed) / Double(of)
        guard history.count > 1, rate > 0, rate < 1 else { return nil }
        let squares = history.map { run in
            let excess = Double(run.failed) - rate * Double(run.of)
            return excess * excess / (Double(run.of) * rate * (1 - rate))
        }
        let freedom = Double(history.count - 1)
        let scatter = RunStatistics.sum(squares) / freedom
        guard scatter > 1 else { return nil }
        let (n1, n2) = (Double(of), Double(next.of))
        let pooled = Double(failed + next.failed) / (n1 + n2)
        // The scatter is of single runs: the heaps of the newest one are as large as theirs, however many requests it made.
        let usual = n1 / Double(history.count)
        let error = (scatter * pooled * (1 - pooled) * (1 / n1 + 1 / min(n2, usual))).squareRoot()
        return StudentT(degreesOfFreedom: freedom).twoSided((Double(next.failed) / n2 - rate) / error)
    }
}
