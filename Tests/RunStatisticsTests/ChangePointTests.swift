import Testing

@testable import RunStatistics

struct ChangePointTests {
    /// A little noise that is always the same, of two per cent.
    private func series(_ levels: [(level: Double, count: Int)]) -> [Double] {
        let levels = levels.flatMap { [Double](repeating: $0.level, count: $0.count) }
        return levels.enumerated().map { i, level in level * (1 + 0.02 * Double((i * 37) % 11 - 5) / 5) }
    }

    @Test func `the first value after each change`() {
        #expect(ChangePoints.detect(in: series([(100, 12), (150, 9), (120, 15)])) == [12, 21])
        #expect(ChangePoints.detect(in: series([(100, 30), (140, 3)])) == [30])
        #expect(ChangePoints.detect(in: series([(100, 40)])) == [])
    }

    @Test(arguments: 0...5)
    func `too few values have none`(count: Int) {
        #expect(ChangePoints.detect(in: Array([1, 1, 1, 9, 9, 9].prefix(count))) == [])
    }

    @Test func `six values can have one`() {
        #expect(ChangePoints.detect(in: [100, 101, 100, 150, 151, 150]) == [3])
    }

    @Test func `outliers are no change`() {
        for place in [0, 1, 15, 28, 29] {
            var values = series([(100, 30)])
            values[place] = 1000
            #expect(ChangePoints.detect(in: values) == [], "at \(place)")
            values[place] = 5
            #expect(ChangePoints.detect(in: values) == [], "at \(place)")
        }
    }

    @Test func `a change by less than five per cent does not count`() {
        let values = (0..<40).map { ($0 < 20 ? 100 : 104) + 0.1 * Double($0 % 3) }
        #expect(ChangePoints.detect(in: values) == [])
        #expect(ChangePoints.detect(in: values, leastChange: 0.03) == [20])
    }

    @Test func `rounding in a constant series is no change`() {
        #expect(ChangePoints.detect(in: [Double](repeating: 0.1, count: 50)) == [])
        #expect(ChangePoints.detect(in: (0..<50).map { $0 < 25 ? 0.3 : 0.1 + 0.2 }) == [])
        #expect(ChangePoints.detect(in: [Double](repeating: 0, count: 50)) == [])
    }

    @Test func `values around 0 are taken as they are`() {
        let values = (0..<24).map { i -> Double in
            let noise = Double((i * 37) % 11 - 5) / 5
            return i < 12 ? noise : noise + 20
        }
        #expect(ChangePoints.detect(in: values) == [12])
        #expect(ChangePoints.detect(in: [Double](repeating: 0, count: 12) + [Double](repeating: 3, count: 12)) == [12])
    }

    @Test func `a search that prunes finds what one over all segmentations finds`() {
        var generator = SplitMix64(seed: 9)
        for _ in 0..<200 {
            let count = 6 + generator.index(below: 20)
            let series = (0..<count).map { i -> Double in
                let noise = Double(generator.index(below: 1_000_003)) / 150_000
                return (i / 5) % 2 == 0 ? noise : noise + 6
            }
            #expect(PrunedSearch(series, leastSegment: 3, penalty: 8).changes == everySegmentation(series, leastSegment: 3, penalty: 8))
        }
    }

    /// The best segmentation by trying every last change before every position.
    private func everySegmentation(_ series: [Double], leastSegment: Int, penalty: Double) -> [Int] {
        var best: [(cost: Double, changes: [Int])?] = [(-penalty, [])]
        for end in 1...series.count {
            var found: (cost: Double, changes: [Int])?
            for start in stride(from: end - leastSegment, through: 0, by: -1) {
                guard let before = best[start] else { continue }
                let segment = series[start..<end]
                let mean = segment.reduce(0, +) / Double(segment.count)
                let cost = before.cost + penalty + segment.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                if cost < (found?.cost ?? .infinity) - 1e-9 { found = (cost, start > 0 ? before.changes + [start] : before.changes) }
            }
            best.append(found)
        }
        return best[series.count]?.changes ?? []
    }
}
