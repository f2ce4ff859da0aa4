import Foundation
import RunStatistics

/// Comparisons with every bit of their results, which the program and the script of the pages must both give.
///
/// The kept file has the inputs too, so that the browser test needs nothing else. Numbers stand as the sixteen hexadecimal digits of
/// their bits, and `null` where there is none.
struct BitCases: Codable, Equatable {
    struct Sets: Codable, Equatable {
        let a, b: [Double]
        var expected: [String?]?
    }
    struct Rates: Codable, Equatable {
        /// Failed, and tried.
        let a, b: [Int]
        var expected: [String?]?
    }
    struct Runs: Codable, Equatable {
        /// Of each run failed, and tried.
        let a, b: [[Int]]
        var expected: [String?]?
    }
    struct Pairs: Codable, Equatable {
        /// One value of each pair.
        let a, b: [Double]
        var expected: [String?]?
        /// Index, ratio and p of each outlying pair.
        var outlying: [[String?]] = []
    }
    struct Member: Codable, Equatable {
        let p, ratio: Double?
        let difference: Double
        let passes: Bool
        let better: String
    }
    struct Judged: Codable, Equatable {
        let members: [Member]
        var verdicts: [String] = []
        var adjusted: [String?] = []
    }

    var sets: [Sets]
    var rates: [Rates]
    var runs: [Runs]
    var pairs: [Pairs]
    var families: [Judged]

    /// The same inputs with what this program makes of them now.
    func computed() -> BitCases {
        var cases = self
        for i in sets.indices { cases.sets[i].expected = Difference.between(sets[i].a, sets[i].b).map(Self.bits) }
        for i in rates.indices {
            let (a, b) = (rates[i].a, rates[i].b)
            cases.rates[i].expected = Difference.ofRates((a[0], a[1]), (b[0], b[1])).map(Self.bits)
        }
        for i in runs.indices {
            func attempts(_ side: [[Int]]) -> [Attempts] { side.compactMap { Attempts(failed: $0[0], of: $0[1]) } }
            cases.runs[i].expected = Difference.ofAttempts(attempts(runs[i].a), attempts(runs[i].b)).map(Self.bits)
        }
        for i in pairs.indices {
            let ratios = PairedRatios(zip(pairs[i].a, pairs[i].b).map { (a: $0, b: $1) })
            cases.pairs[i].expected = ratios.map { Self.bits(Difference($0)) }
            cases.pairs[i].outlying = ratios?.outlying.map { [Double($0.index), $0.ratio, $0.p].map(Self.bits) } ?? []
        }
        for i in families.indices {
            let judgements = Family.judge(families[i].members.map(\.member))
            cases.families[i].verdicts = judgements.map(\.verdict.rawValue)
            cases.families[i].adjusted = judgements.map { Self.bits($0.pAdjusted) }
        }
        return cases
    }

    private static func bits(_ difference: Difference) -> [String?] {
        let (a, b) = (difference.a, difference.b)
        let numbers = [
            Double(a.n), a.value, a.interval?.lower, a.interval?.upper, Double(b.n), b.value, b.interval?.lower, b.interval?.upper,
            difference.difference, difference.ratio, difference.interval?.lower, difference.interval?.upper, difference.p,
            difference.passes ? 1 : 0,
        ]
        return numbers.map(bits)
    }

    private static func bits(_ number: Double?) -> String? {
        number.map {
            let digits = String($0.bitPattern, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}

extension BitCases.Member {
    var member: (difference: Difference, better: Better) {
        let center = Center(n: 10, value: 1, interval: nil)
        let side: Better = better == "lower" ? .lower : better == "higher" ? .higher : .neither
        return (Difference(a: center, b: center, difference: difference, ratio: ratio, interval: nil, p: p, passes: passes), side)
    }
}
