import Foundation
import RunStatistics

/// Runs as benchmarks give them: log-normal samples within a run, around a level that is log-normal between runs.
///
/// The calls of one run share its level: the machine's temperature, its neighbours, its caches. That is why a test within runs sees
/// changes where there are none.
public struct NoiseModel: Sendable {
    /// The deviation of a sample's logarithm within a run.
    public var within = 0.15
    /// The deviation of a run's level, as a logarithm, between runs.
    public var between = 0.08
    public var samples = 20

    private var generator: SplitMix64
    private var spare: Double?

    public init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    /// The samples of one run whose level is expected at a given value.
    public mutating func run(at level: Double = 100) -> [Double] {
        calls(around: level * exp(between * normal()))
    }

    /// The central value of one run: the median of its samples.
    public mutating func runValue(at level: Double = 100) -> Double {
        RunStatistics.median(run(at: level))
    }

    /// The samples of one run whose level is known.
    mutating func calls(around level: Double) -> [Double] {
        (0..<samples).map { _ in level * exp(within * normal()) }
    }

    /// A standard normal number. Source: Box & Muller, "A note on the generation of random normal deviates" (1958).
    mutating func normal() -> Double {
        if let spare {
            self.spare = nil
            return spare
        }
        let radius = (-2 * log(uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }

    /// A number between 0 and 1, neither included.
    mutating func uniform() -> Double {
        (Double(generator.next() >> 12) + 0.5) / 4_503_599_627_370_496
    }
}
