import Foundation

/// What becomes of a series' level, as logarithms on top of its noise.
public struct LevelCourse: Sendable {
    public let name: String
    let shift: @Sendable (_ run: Int, _ count: Int) -> Double

    init(_ name: String, _ shift: @escaping @Sendable (_ run: Int, _ count: Int) -> Double) {
        (self.name, self.shift) = (name, shift)
    }

    public static let unchanged = LevelCourse("unchanged") { _, _ in 0 }

    /// A level that is higher in as many of the newest runs.
    public static func step(_ factor: Double, runs: Int) -> LevelCourse {
        LevelCourse(runs == 1 ? "\(percent(factor)) at the newest run" : "\(percent(factor)) \(runs) runs ago") { $1 - $0 <= runs ? log(factor) : 0 }
    }

    /// The same after a step by 30 % that lasted eight runs and was undone fifteen runs ago.
    public static func afterReverted(_ factor: Double, runs: Int) -> LevelCourse {
        LevelCourse("\(percent(factor)) \(runs == 1 ? "at the newest run" : "\(runs) runs ago"), after +30 % for 8 runs") { run, count in
            count - run <= runs ? log(factor) : (16...23).contains(count - run) ? log(1.3) : 0
        }
    }

    public static let twoSteps = LevelCourse("+20 % 15 runs ago, +15 % more 6 ago") { run, count in
        count - run <= 6 ? log(1.38) : count - run <= 15 ? log(1.2) : 0
    }

    public static let partialReturn = LevelCourse("+50 % 15 runs ago, +20 % left since 6") { run, count in
        count - run <= 6 ? log(1.2) : count - run <= 15 ? log(1.5) : 0
    }

    public static let back = LevelCourse("+30 % 15 runs ago, back since 6") { run, count in
        (7...15).contains(count - run) ? log(1.3) : 0
    }

    /// Five runs at either of two levels, in turns.
    public static let alternating = LevelCourse("+30 % every other five runs") { run, _ in run / 5 % 2 == 1 ? log(1.3) : 0 }

    /// A level that rises by as much each run in as many of the newest.
    public static func drift(_ share: Double, runs: Int) -> LevelCourse {
        LevelCourse("+\((share * 1000).rounded() / 10) % a run, \(runs) runs") { run, count in
            log(1 + share) * Double(max(0, run - (count - 1 - runs)))
        }
    }

    private static func percent(_ factor: Double) -> String { "+\(Int((factor * 100).rounded()) - 100) %" }
}
