import AgentRuns
import RunStatistics

extension SiteModel {
    /// The changes of several series read together, one sentence for each agent.
    ///
    /// - Parameter isSaid: which of the changes are said; the others count among the places where nothing changed.
    func reading(of standings: [Standing], saying isSaid: (Standing) -> Bool = { _ in true }) -> JointReading {
        JointReading(
            standings.filter { $0.judgement.pAdjusted != nil }.map { standing in
                let key = trajectories[standing.trajectory].key
                return JointReading.Finding(
                    agent: [key.slot, key.tellingScenario].compactMap(\.self).joined(separator: " in "), place: key.agent.id,
                    metric: key.measure.metric.rawValue, verdict: isSaid(standing) ? standing.judgement.verdict : .noChange,
                    ratio: standing.difference.ratio)
            })
    }

    /// The series that stand out: open regressions first, then acknowledged ones, then improvements, each by size.
    var standouts: [Standing] {
        standings.filter(\.standsOut).sorted { left, right in
            (left.rank, -left.size, left.trajectory) < (right.rank, -right.size, right.trajectory)
        }
    }
}

extension Standing {
    var standsOut: Bool { acknowledgement != nil || isChange }

    /// Whether the level moved; an acknowledged change is one, too.
    var isChange: Bool { judgement.verdict == .regression || judgement.verdict == .improvement }

    /// A regression that nobody acknowledged.
    var isOpen: Bool { judgement.verdict == .regression && acknowledgement == nil }

    fileprivate var rank: Int { isOpen ? 0 : acknowledgement != nil ? 1 : 2 }

    /// How far the ratio is from 1, the same for a doubling and a halving.
    fileprivate var size: Double {
        guard let ratio = difference.ratio, ratio > 0 else { return 0 }
        return ratio > 1 ? ratio : 1 / ratio
    }
}

extension Assessment.Kind {
    /// What has become of the level, as it stands under a verdict; `nil` for a step, which the verdict says already.
    var word: String? {
        switch self {
        case .step: nil
        case .newest: "the newest run alone"
        case .drift: "a drift"
        case .unstable: "unstable"
        case .moreVariable: "more variable"
        case .back: "back at the level before"
        }
    }
}
