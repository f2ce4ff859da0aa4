/// The series of one page or command, which are judged together so that the share of false findings among them is held.
public enum Family {
    /// Judges every member, in the order given.
    ///
    /// Benjamini and Hochberg's procedure runs over the members that have a p and a better side; the others neither count nor pass.
    /// Every operation is one of + − × ÷ and comparison, so that `statistics.js` gives the same bits.
    public static func judge(
        _ members: [(difference: Difference, better: Better)], rules: VerdictRules = .standard
    ) -> [Judgement] {
        let tested = members.indices.filter { members[$0].better != .neither && members[$0].difference.p != nil }
        let adjusted = BenjaminiHochberg.adjusted(tested.compactMap { members[$0].difference.p })
        var judgements = members.map { Judgement(verdict: $0.better == .neither ? .notComparable : .notEnoughData, pAdjusted: nil) }
        for (index, p) in zip(tested, adjusted) {
            let (difference, better) = members[index]
            let isChange = difference.passes && p <= rules.falseDiscoveryRate
            judgements[index] = Judgement(verdict: isChange ? verdict(difference, better) : .noChange, pAdjusted: p)
        }
        return judgements
    }

    private static func verdict(_ difference: Difference, _ better: Better) -> VerdictWord {
        let isHigher = difference.ratio.map { $0 > 1 } ?? (difference.difference > 0)
        return better.verdict(isHigher: isHigher)
    }
}
