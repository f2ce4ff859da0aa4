import Testing

@testable import Charts

struct ScaleTests {
    @Test(arguments: [
        (0.0, 956.0, [0.0, 200, 400, 600, 800], 0), (0, 5.05, [0, 1, 2, 3, 4, 5], 0), (0, 8.9, [0, 2, 4, 6, 8], 0),
        (520, 1450, [400, 600, 800, 1000, 1200, 1400], 0), (39.9, 41.4, [39.5, 40, 40.5, 41], 1), (0, 1.2, [0, 0.25, 0.5, 0.75, 1], 2),
        (0, 0.0031, [0, 0.001, 0.002, 0.003], 3), (-12, 30, [-20, -10, 0, 10, 20, 30], 0),
        (0, 57_144, [0, 10_000, 20_000, 30_000, 40_000, 50_000], 0),
    ])
    func `ticks are round and at most six`(lower: Double, upper: Double, values: [Double], decimals: Int) {
        let ticks = Ticks(from: lower, to: upper)
        #expect(ticks.values == values)
        #expect(ticks.decimals == decimals)
    }

    @Test func `every range has four to six ticks, a round step and room above the data`() throws {
        for exponent in -4...6 {
            for tenth in 11...99 {
                let highest = Double(tenth) * .powerOfTen(exponent)
                for lowest in [0, highest * 0.1, highest * 0.4, highest * 0.9, -highest] {
                    let scale = LinearScale(covering: [lowest, highest], start: .belowData(free: 0.04))
                    #expect((4...6).contains(scale.ticks.values.count), "\(lowest) to \(highest): \(scale.ticks.values)")
                    let step = try #require(scale.ticks.step)
                    let leading = step / .powerOfTen(Int((step * 1.000001).exponentOfTen))
                    #expect([1, 2, 2.5, 5].contains { abs($0 - leading) < 0.001 }, "step \(step)")
                    #expect(scale.fraction(of: highest) <= 0.9601)
                    #expect(scale.fraction(of: lowest) >= -0.0001)
                    #expect(scale.lower == scale.ticks.values[0])
                }
            }
        }
    }

    @Test func `bars start at zero, lines at a round value below the data`() {
        #expect(LinearScale(covering: [559, 1406], start: .zero).lower == 0)
        #expect(LinearScale(covering: [559, 1406], start: .belowData(free: 0.14)).lower == 400)
        #expect(LinearScale(covering: [120, 1406], start: .belowData(free: 0.04)).lower == 0)
    }

    @Test func `an axis for bars ends at the next tick only if that is close`() {
        #expect(LinearScale(covering: [956], start: .zero, endsAtTick: true).ticks.values == [0, 200, 400, 600, 800, 1000])
        #expect(LinearScale(covering: [615], start: .zero, endsAtTick: true).ticks.values == [0, 200, 400, 600])
        #expect(LinearScale(covering: [57.2], start: .zero, endsAtTick: true).ticks.values == [0, 20, 40, 60])
    }

    @Test func `values without spread, without data and without sense still make a scale`() {
        for values in [[833, 833], [0, 0], [], [.nan, .infinity], [1e-12], [-5, -5]] as [[Double]] {
            let scale = LinearScale(covering: values, start: .belowData(free: 0.04))
            #expect(scale.upper > scale.lower)
            #expect(scale.ticks.values.count >= 2)
        }
    }

    @Test func `a logarithmic scale has ticks at 1, 2 and 5, or only at powers when there are many`() throws {
        #expect(try #require(LogarithmicScale(covering: [300, 9000])).ticks.values == [500, 1000, 2000, 5000, 10_000])
        #expect(try #require(LogarithmicScale(covering: [0.2, 90_000])).ticks.values == [1, 10, 100, 1000, 10_000, 100_000])
        #expect(LogarithmicScale(covering: [0, -1, .nan]) == nil)
        let scale = try #require(LogarithmicScale(covering: [10, 1000]))
        #expect(abs(scale.fraction(of: 100) - 0.5) < 1e-12)
    }

    @Test func `things in order stand in the middle of equal slots`() {
        let scale = OrdinalScale(count: 4)
        #expect((0..<4).map(scale.fraction) == [0.125, 0.375, 0.625, 0.875])
        #expect(scale.edge(before: 2) == 0.5)
        #expect(OrdinalScale(count: 0).fraction(of: 0) == 0.5)
    }

    @Test func `wider letters are wider`() {
        #expect(TextWidth.of("illl") < TextWidth.of("1234"))
        #expect(TextWidth.of("1234") < TextWidth.of("WMWM"))
        #expect(TextWidth.of("collector", size: 11) < TextWidth.of("collector"))
    }
}
