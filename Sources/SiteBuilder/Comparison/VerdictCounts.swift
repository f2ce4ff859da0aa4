import RunStatistics

/// How many of each verdict there are.
struct VerdictCounts {
    private let counts: [VerdictWord: Int]

    init(_ verdicts: some Sequence<VerdictWord>) {
        counts = verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    subscript(_ verdict: VerdictWord) -> Int { counts[verdict] ?? 0 }

    /// Those that occur, in the order in which they are listed: `3 regressions`, `9 no change`.
    var present: [(verdict: VerdictWord, words: String)] {
        VerdictWord.allCases.compactMap { verdict in
            counts[verdict].map { count in
                let hasPlural = verdict == .regression || verdict == .improvement
                return (verdict, hasPlural ? counted(count, verdict.words) : "\(counted(count)) \(verdict.words)")
            }
        }
    }

    /// `11 of 20 series regressed and none improved`.
    ///
    /// - Parameter things: what was tested, in the plural where there are several.
    func headline(tested: Int, _ things: String = "series") -> String {
        let (worse, better) = (self[.regression], self[.improvement])
        if worse + better == 0 { return "No change in \(spelled(tested)) \(things)" }
        if worse == 0 { return "\(better) of \(tested) \(things) improved and none regressed" }
        return "\(worse) of \(tested) \(things) regressed and \(better == 0 ? "none" : String(better)) improved"
    }
}
