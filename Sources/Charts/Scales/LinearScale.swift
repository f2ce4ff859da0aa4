/// Equal steps for equal differences.
struct LinearScale: ValueScale, Hashable {
    let lower: Double
    let upper: Double
    let ticks: Ticks
    var isLogarithmic: Bool { false }

    /// Where an axis may start.
    enum Start: Sendable, Hashable {
        /// At zero, as bars must.
        case zero
        /// At a round value below the data, leaving this share of the length free under them.
        case belowData(free: Double)
    }

    /// A scale over all values that are finite, with at least 4 % of the length free above the highest.
    ///
    /// - Parameter endsAtTick: ends the axis at the next tick if that lies close above the data.
    init(covering values: [Double], start: Start, endsAtTick: Bool = false) {
        let finite = values.filter(\.isFinite)
        let highest = finite.max() ?? 1
        let lowest = finite.min() ?? 0
        let spread = highest > lowest ? highest - lowest : max(abs(highest) * 0.2, 1e-9)
        var floor = min(lowest, 0)
        if case .belowData(let free) = start, lowest > highest * 0.25 || lowest < 0 {
            floor = lowest - spread * max(free, 0.04)
            if lowest >= 0 { floor = max(floor, 0) }
        }
        var top = highest > floor ? highest + (highest - floor) * 0.05 : floor + 1
        let first = Ticks(from: floor, to: top)
        let lower = first.values[0]
        top = max(top, lower + (highest - lower) / 0.955)
        if endsAtTick, let step = first.step, let next = Self.tick(above: highest, step: step, from: lower), next - highest < (highest - lower) * 0.12
        {
            top = max(next, top)
        }
        let ticks = Ticks(from: lower, to: top)
        self.lower = min(lower, ticks.values[0])
        self.upper = top
        self.ticks = ticks
    }

    func fraction(of value: Double) -> Double {
        (value - lower) / (upper - lower)
    }

    private static func tick(above value: Double, step: Double, from lower: Double) -> Double? {
        let next = lower + ((value - lower) / step).rounded(.up) * step
        return next.isFinite ? next : nil
    }
}

extension Ticks {
    var step: Double? {
        values.count > 1 ? values[1] - values[0] : nil
    }
}
