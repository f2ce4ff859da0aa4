/// Noise that is the same in every run of a test: nearly normal, with a standard deviation of 1.
struct SeededNoise {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The sum of twelve even numbers between 0 and 1 has the variance 1 and the mean 6.
    mutating func next() -> Double { (0..<12).reduce(-6) { sum, _ in sum + even() } }

    /// Source: Knuth, *The Art of Computer Programming*, volume 2, section 3.3.4: the multiplier of MMIX.
    private mutating func even() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }
}
