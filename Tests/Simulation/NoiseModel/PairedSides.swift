import Foundation
import RunStatistics

/// Two sides that measured the same configurations, and what is said of them: over all together, and of each alone, in one family.
public struct PairedSides: Sendable {
    /// What the second side has become.
    public enum Course: Sendable {
        /// Every configuration by one factor.
        case all(Double)
        /// One configuration by a factor of its own.
        case one(Double)
    }

    public static let configurations = 17
    /// Which configuration changes where one does.
    public static let changed = 5

    public let together: VerdictWord
    public let single: [VerdictWord]
    public let outlying: [Int]

    /// - Parameter runs: how often each side measured each configuration: so many times all of them in turn.
    init(_ process: NoiseProcess, _ course: Course, runs: Int, _ model: inout NoiseModel) {
        let a = Self.side(process, .all(1), runs: runs, &model)
        let b = Self.side(process, course, runs: runs, &model)
        let ratios = PairedRatios(zip(a, b).map { (RunStatistics.median($0), RunStatistics.median($1)) })
        let all = [ratios.map { Difference($0) }] + zip(a, b).map { Difference.between($0, $1) }
        let verdicts = Family.judge(all.compactMap(\.self).map { ($0, .lower) }).map(\.verdict)
        together = verdicts.first ?? .notEnoughData
        single = Array(verdicts.dropFirst())
        outlying = ratios?.outlying.map(\.index) ?? []
    }

    /// The values of each configuration, whose levels lie far apart.
    private static func side(_ process: NoiseProcess, _ course: Course, runs: Int, _ model: inout NoiseModel) -> [[Double]] {
        let sweeps = (0..<runs).map { _ in process.generate(configurations, &model) }
        return (0..<configurations).map { place in
            let factor =
                switch course {
                case .all(let factor): factor
                case .one(let factor): place == changed ? factor : 1
                }
            return sweeps.map { 10 * pow(1.3, Double(place)) * factor * exp($0[place]) }
        }
    }
}

extension Trials {
    /// The mean of what is counted of sides of a process and a course.
    public static func pairedSides(
        _ process: NoiseProcess, _ course: PairedSides.Course, runs: Int, trials: Int, seed: UInt64, count: (PairedSides) -> Double
    ) -> Rate {
        var model = NoiseModel(seed: seed)
        return Rate((0..<trials).map { _ in count(PairedSides(process, course, runs: runs, &model)) })
    }
}
