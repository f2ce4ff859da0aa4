/// How much of a mean's variance is left when values follow each other with a correlation that dies out geometrically.
enum Persistence {
    /// The variance of the mean of n values over that of one, where neighbours correlate by φ: (1 + φ) ⁄ (1 − φ) ⁄ n for many.
    ///
    /// Source: Priestley, *Spectral Analysis and Time Series* (1981), section 5.3.2.
    static func varianceOfMean(_ n: Int, _ correlation: Double) -> Double {
        guard n > 1 else { return 1 }
        let n = Double(n)
        guard correlation > 0 else { return 1 / n }
        var power = 1.0
        var (base, left) = (correlation, Int(n))
        while left > 0 {
            if left & 1 == 1 { power *= base }
            base *= base
            left >>= 1
        }
        let rest = 1 - correlation
        return ((1 + correlation) / rest - 2 * correlation * (1 - power) / (n * rest * rest)) / n
    }

    /// The correlation of neighbours from that of residuals around levels which were fitted to them.
    ///
    /// Fitting takes about (1 + 3φ) ⁄ n away for each level. Source: Marriott & Pope, "Bias in the estimation of autocorrelations" (1954).
    static func unbiased(_ correlation: Double, levels: Int, n: Int) -> Double {
        correlation + (1 + 3 * max(0, correlation)) * Double(levels) / Double(n)
    }
}
