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

    /// Judges every member among those of its stratum, in the order given.
    ///
    /// The rate is held in each stratum, so that many figures of one kind do not hide what the few of another tell.
    /// Source: Sun, Craiu, Paterson & Bull, "Stratified false discovery control for large-scale hypothesis testing" (2006).
    public static func judge<Stratum: Hashable>(
        _ members: [(difference: Difference, better: Better)], strata: [Stratum], rules: VerdictRules = .standard
    ) -> [Judgement] {
        var judgements = members.map { _ in Judgement(verdict: .notEnoughData, pAdjusted: nil) }
        for places in Dictionary(grouping: members.indices, by: { strata[$0] }).values {
            for (place, judgement) in zip(places, judge(places.map { members[$0] }, rules: rules)) { judgements[place] = judgement }
        }
        return judgements
    }

    private static func verdict(_ difference: Difference, _ better: Better) -> VerdictWord {
        let isHigher = difference.ratio.map { $0 > 1 } ?? (difference.difference > 0)
        return better.verdict(isHigher: isHigher)
    }
}
