/// Equal lengths for equal times, with ticks at round minutes, hours, days, months or years.
struct TimeScale: ValueScale, Hashable {
    let lower: Double
    let upper: Double
    let ticks: Ticks
    private let step: Step
    var isLogarithmic: Bool { false }

    /// How far ticks may lie apart; weeks are days, quarters are months.
    private enum Step: Hashable {
        case seconds(Double)
        case days(Int)
        case months(Int)

        static let all: [Step] =
            [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200].map(Step.seconds)
            + [1, 2, 7, 14].map(Step.days) + [1, 2, 3, 6].map(Step.months)
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000].map { Step.months($0 * 12) }
    }

    /// Whether a time has a place on a scale; beyond some hundred thousand years minutes are lost in rounding.
    static func holds(_ time: Double) -> Bool { abs(time) < 1e13 }

    /// A scale over times in seconds since 1970, with 4 % of the length free at both ends. `nil` without a time.
    ///
    /// - Parameter limit: the most ticks.
    init?(covering times: [Double], atMost limit: Int = 6) {
        let finite = times.filter(Self.holds)
        guard let first = finite.min(), let last = finite.max() else { return nil }
        let margin = max((last - first) * 0.04, 60)
        (lower, upper) = (first - margin, last + margin)
        let range = lower...upper
        let choices = Step.all.lazy.map { (step: $0, values: Self.ticks(every: $0, in: range, atMost: limit)) }
        let chosen = choices.first { $0.values.count <= limit }
        step = chosen?.step ?? .days(1)
        ticks = Ticks(at: chosen?.values ?? [])
    }

    func fraction(of value: Double) -> Double {
        (value - lower) / (upper - lower)
    }

    /// What stands under a tick: the time of day, and the day where it changes; the day; the month; or the year.
    func label(ofTick tick: Double) -> String {
        let time = CivilTime(tick)
        let day = time.calendarDay
        switch step {
        case .seconds:
            guard let day, time.second == 0 || ticks.values.first == tick else { return time.clock }
            return time.second == 0 ? day.dayLabel : "\(day.dayLabel), \(time.clock)"
        case .days: return day?.dayLabel ?? ""
        case .months(let count): return count % 12 == 0 ? "\(time.year)" : day?.monthLabel ?? ""
        }
    }

    /// Stops one after the most that are wanted, because steps that are too short would make very many.
    private static func ticks(every step: Step, in range: ClosedRange<Double>, atMost limit: Int) -> [Double] {
        var values: [Double] = []
        var index = 0
        while values.count <= limit {
            let value = tick(index, every: step, from: range.lowerBound)
            index += 1
            if value > range.upperBound { break }
            if value >= range.lowerBound { values.append(value) }
        }
        return values
    }

    /// Ticks of one step in order, of which the first lies at or before a time.
    private static func tick(_ index: Int, every step: Step, from lower: Double) -> Double {
        switch step {
        case .seconds(let length): return ((lower / length).rounded(.down) + Double(index)) * length
        case .days(let count):
            // Weeks start on Mondays; the first Monday of 1970 was the fifth of January.
            let shift = count % 7 == 0 ? 4.0 : 0
            let length = Double(count) * 86_400
            return (((lower / 86_400 - shift) / Double(count)).rounded(.down) + Double(index)) * length + shift * 86_400
        case .months(let count):
            let time = CivilTime(lower)
            let first = (time.year * 12 + time.month - 1) / count * count
            return CivilTime.seconds(atStartOf: first + index * count + 1, of: 0)
        }
    }
}
