import Foundation
import RunStatistics

/// How the values of a series scatter from run to run while its level stays, as logarithms around it.
public struct NoiseProcess: Sendable {
    public let name: String
    let generate: @Sendable (_ count: Int, _ model: inout NoiseModel) -> [Double]
    /// When each run is made, in hours; `nil` where the process has no times.
    let hours: (@Sendable (_ run: Int) -> Double)?

    init(
        _ name: String, hours: (@Sendable (Int) -> Double)? = nil, generate: @escaping @Sendable (_ count: Int, _ model: inout NoiseModel) -> [Double]
    ) {
        (self.name, self.hours, self.generate) = (name, hours, generate)
    }

    /// The deviation of a run's logarithm in every process that does not say otherwise: a coefficient of variation of 4 %.
    public static let deviation = 0.04

    public static let independent = NoiseProcess("independent") { count, model in
        (0..<count).map { _ in deviation * model.normal() }
    }

    /// An autoregression of first order.
    public static func correlated(_ correlation: Double) -> NoiseProcess {
        NoiseProcess("correlated by \(correlation)") { count, model in
            var place = model.normal()
            return (0..<count).map { _ in
                place = correlation * place + (1 - correlation * correlation).squareRoot() * model.normal()
                return deviation * place
            }
        }
    }

    /// A machine that is 10 % slower in one of two states, with 3 % of noise in either.
    public static func twoStates(staying: Double, _ name: String) -> NoiseProcess {
        NoiseProcess("two states 10 % apart, \(name)") { count, model in
            var isSlow = model.uniform() < 0.5
            return (0..<count).map { _ in
                if model.uniform() > staying { isSlow.toggle() }
                return (isSlow ? log(1.1) : 0) + 0.03 * model.normal()
            }
        }
    }

    /// Student's t with three degrees of freedom, of the same deviation.
    public static let heavyTails = NoiseProcess("heavy tails (t with 3)") { count, model in
        (0..<count).map { _ in
            let squares = (0..<3).reduce(0.0) { sum, _ in
                let z = model.normal()
                return sum + z * z
            }
            return deviation * model.normal() / squares.squareRoot()
        }
    }

    /// Of a hundred runs four take half as long again to three times as long.
    public static let outliers = NoiseProcess("4 % outliers of ×1.5 to ×3") { count, model in
        (0..<count).map { _ in
            deviation * model.normal() + (model.uniform() < 0.04 ? log(1.5) + log(2) * model.uniform() : 0)
        }
    }

    /// The last ten runs scatter more.
    public static func wider(_ factor: Double, _ name: String) -> NoiseProcess {
        NoiseProcess("\(name) in the last ten") { count, model in
            (0..<count).map { i in deviation * model.normal() * (i >= count - 10 ? factor : 1) }
        }
    }

    /// Five runs within hours of each day, which share half of their variance.
    public static let daily = days([5], "five a day, half is the day's")

    /// What people have after a week: eleven runs on four days.
    public static let fewDays = days([1, 4, 1, 5], "on four days, half is the day's")

    /// Days of so many runs each, in turn, which share half of their variance.
    private static func days(_ sizes: [Int], _ name: String) -> NoiseProcess {
        let day = { @Sendable (run: Int) -> Int in
            var (left, number) = (run, 0)
            while left >= sizes[number % sizes.count] { (left, number) = (left - sizes[number % sizes.count], number + 1) }
            return number
        }
        return NoiseProcess(name, hours: { Double(day($0)) * 24 + Double($0) / 10 }) { count, model in
            var (common, last) = (0.0, -1)
            return (0..<count).map { run in
                if day(run) != last { (common, last) = (model.normal(), day(run)) }
                return deviation * (common + model.normal()) / 2.0.squareRoot()
            }
        }
    }

    /// One run a day, two of seven 8 % slower.
    public static let weekly = NoiseProcess("weekly: +8 % on two days of seven", hours: { Double($0) * 24 }) { count, model in
        let first = Int(model.uniform() * 7)
        return (0..<count).map { i in 0.03 * model.normal() + ((first + i) % 7 < 2 ? log(1.08) : 0) }
    }

    /// All that is measured in one session shares a deviation of its own besides.
    public static func sessions(_ shared: Double) -> NoiseProcess {
        NoiseProcess("\(Int((shared * 100).rounded())) % of the session") { count, model in
            let session = shared * model.normal()
            return (0..<count).map { _ in session + deviation * model.normal() }
        }
    }

    public static let unchanged: [NoiseProcess] = [
        .independent, .correlated(0.5), .correlated(0.8), .twoStates(staying: 0.5, "at random"), .twoStates(staying: 0.9, "9 of 10 stay"),
        .twoStates(staying: 0.8, "8 of 10 stay"), .heavyTails, .outliers, .wider(3.0.squareRoot(), "variance × 3"), .wider(3, "deviation × 3"),
        .daily, .weekly,
    ]
}
