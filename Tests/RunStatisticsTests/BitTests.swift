import Foundation
import RunStatistics
import Testing

/// The browser test asserts the same bits of `templates/statistics.js`, in Chromium.
struct BitTests {
    private struct Pairs: Decodable {
        struct Pair: Decodable { let a, b: [Double] }
        let pairs: [Pair]
    }
    private struct Tables: Decodable {
        struct Table: Decodable { let table: [Int] }
        let fisher: [Table]
    }
    private struct Lists: Decodable {
        struct List: Decodable { let p: [Double] }
        let adjusted: [List]
    }

    private let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/bits.json")

    /// With `RECORD_BITS` set the file is written first, from the inputs of the other oracle files and some more.
    @Test func `comparisons have the bits that are kept`() throws {
        if ProcessInfo.processInfo.environment["RECORD_BITS"] != nil { try record() }
        let kept = try JSONDecoder().decode(BitCases.self, from: Data(contentsOf: file))
        #expect(kept.sets.count == 88 && kept.rates.count == 67 && kept.runs.count == 26 && kept.pairs.count == 47 && kept.families.count == 13)
        let computed = kept.computed()
        for (now, then) in zip(computed.sets, kept.sets) { #expect(now == then) }
        for (now, then) in zip(computed.rates, kept.rates) { #expect(now == then) }
        for (now, then) in zip(computed.runs, kept.runs) { #expect(now == then) }
        for (now, then) in zip(computed.pairs, kept.pairs) { #expect(now == then) }
        #expect(kept.pairs.count { !$0.outlying.isEmpty } > 5)
        for (now, then) in zip(computed.families, kept.families) { #expect(now == then) }
    }

    private func record() throws {
        let pairs = try Oracle.read("pairs", as: Pairs.self).pairs
        let tables = try Oracle.read("proportions", as: Tables.self).fisher
        let lists = try Oracle.read("families", as: Lists.self).adjusted
        let cases = BitCases(
            sets: pairs.map { BitCases.Sets(a: $0.a, b: $0.b) } + moreSets(),
            rates: (tables.map(\.table) + moreTables).map { BitCases.Rates(a: Array($0.prefix(2)), b: Array($0.suffix(2))) },
            runs: moreRuns(),
            pairs: morePairs(),
            // The last one has a rate of exactly 0.05.
            families: (lists.map(\.p) + [[0.01, 0.5, 0.6, 0.7, 0.8]])
                .map { list in BitCases.Judged(members: list.enumerated().map { member($0, $1) }) }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let computed = cases.computed()
        func lines(_ cases: [some Encodable]) throws -> String {
            try cases.map { "    " + String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: ",\n")
        }
        let text = """
            {
              "sets": [
            \(try lines(computed.sets))
              ],
              "rates": [
            \(try lines(computed.rates))
              ],
              "runs": [
            \(try lines(computed.runs))
              ],
              "pairs": [
            \(try lines(computed.pairs))
              ],
              "families": [
            \(try lines(computed.families))
              ]
            }

            """
        try Data(text.utf8).write(to: file)
    }

    /// Runs that fail in heaps and such that do not, of one run a side and of runs that tried one thing or nothing.
    private func moreRuns() -> [BitCases.Runs] {
        var generator = SplitMix64(seed: 11)
        func runs(_ count: Int, of tried: Int, up most: Int) -> [[Int]] {
            (0..<count).map { _ in [min(tried, generator.index(below: most + 1)), tried] }
        }
        let made = [(1, 1, 100, 40), (1, 12, 100, 3), (12, 1, 90, 50), (9, 9, 200, 120), (6, 20, 37, 9), (30, 4, 1000, 30), (5, 5, 1, 1), (2, 1, 50, 50)]
            .flatMap { n1, n2, tried, most in
                (0..<3).map { _ in BitCases.Runs(a: runs(n1, of: tried, up: most), b: runs(n2, of: tried, up: most)) }
            }
        return made + [BitCases.Runs(a: [[0, 100]], b: [[33, 100]]), BitCases.Runs(a: [[0, 0], [1, 5]], b: [[0, 0]])]
    }

    private let moreTables = [
        [0, 20_000, 90, 30_000], [3, 0, 1, 2], [4, 3, 1, 2], [10, 10, 0, 2000], [10, 100, 15, 100], [20, 100, 21, 100], [200, 1000, 209, 1000],
    ]

    /// Numbers of full length, far tails, and −0, which sorts otherwise in other languages.
    private func moreSets() -> [BitCases.Sets] {
        var generator = SplitMix64(seed: 4)
        func values(_ count: Int, around level: Double) -> [Double] {
            (0..<count).map { _ in level * (0.8 + 0.4 * Double(generator.index(below: 1_000_000_007)) / 1_000_000_007) }
        }
        var sets = [(10, 10), (11, 31), (25, 40), (8, 50), (64, 33), (6, 6)].map { n1, n2 in
            BitCases.Sets(a: values(n1, around: 40), b: values(n2, around: 44))
        }
        sets.append(BitCases.Sets(a: values(60, around: 10), b: values(60, around: 100)))
        sets.append(BitCases.Sets(a: (1...300).map(Double.init), b: (301...600).map(Double.init)))
        sets.append(BitCases.Sets(a: [-0.0, 0, 1, 0, -0.0, -1, 0, 0], b: [0, -0.0, 2]))
        sets.append(BitCases.Sets(a: [-0.0], b: [-0.0]))
        sets.append(BitCases.Sets(a: [1e-308, .leastNonzeroMagnitude, 2e-308], b: [1e300, 1.5e300, 1e308]))
        return sets
    }

    /// From none to more than are worked out exactly, with ties, zeros, values that give no ratio, and pairs that lie outside.
    private func morePairs() -> [BitCases.Pairs] {
        var generator = SplitMix64(seed: 9)
        func values(_ count: Int, around level: Double, by reach: Double) -> [Double] {
            (0..<count).map { _ in level * (1 - reach + 2 * reach * Double(generator.index(below: 1_000_000_007)) / 1_000_000_007) }
        }
        var cases: [BitCases.Pairs] = []
        for count in [1, 2, 5, 6, 7, 12, 17, 30, 50, 51, 80, 200] {
            let a = values(count, around: 100, by: 0.9)
            for factor in [1.0, 1.1] {
                let b = zip(a, values(count, around: factor, by: 0.05)).map { $0 * $1 }
                cases.append(BitCases.Pairs(a: a, b: b))
                if count > 5 {
                    cases.append(BitCases.Pairs(a: a, b: b.enumerated().map { $1 * ($0 == 3 ? 2 : $0 == 5 ? 0.5 : 1) }))
                }
            }
        }
        cases.append(BitCases.Pairs(a: [], b: []))
        cases.append(BitCases.Pairs(a: Array(repeating: 3, count: 9), b: Array(repeating: 3, count: 9)))
        cases.append(BitCases.Pairs(a: [100, 110, 7, 7.7, 30, 0.1, 0.3], b: [110, 100, 7.7, 7, 30, 0.3, 0.1]))
        cases.append(BitCases.Pairs(a: [0, -1, .leastNonzeroMagnitude, -0.0, 5, 6, 7, 8, 9, 10], b: [1, 1, 1, 0, 5.5, 6.6, 7.7, 8.8, 9.9, 11]))
        cases.append(BitCases.Pairs(a: [1e-300, 1, 1, 1, 1, 1], b: [1, 1e300, 2, 3, 4, 5]))
        return cases
    }

    private func member(_ index: Int, _ p: Double) -> BitCases.Member {
        BitCases.Member(
            p: index % 7 == 6 ? nil : p, ratio: index % 4 == 3 ? nil : index % 2 == 0 ? 1.25 : 0.75, difference: index % 8 < 4 ? 2 : -2,
            passes: index % 5 != 4, better: index % 9 == 8 ? "neither" : index % 3 == 0 ? "higher" : "lower")
    }
}
