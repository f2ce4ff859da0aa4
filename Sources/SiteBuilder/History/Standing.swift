import RunStatistics

/// Where a series stands today: what has become of its level since the last accepted change, judged together with all other series; or that
/// its newest run failed.
///
/// Every page, data file and command that speaks of a series' verdict reads it here.
struct Standing: Sendable {
    /// Which of the site's histories; of a run that failed the first one that it is part of.
    let trajectory: Int
    /// What has become of the level; `nil` where nothing has, and where what seems to have is not beyond chance.
    let kind: Assessment.Kind?
    /// What seems to have become of the level, and is not beyond chance among the series that it is judged with.
    let unproven: Assessment.Kind?
    /// From the level before to the level now; `nil` where the newest run failed.
    let difference: Difference?
    let judgement: Judgement
    /// The point with which what is said began; the newest one where nothing did.
    let since: Int
    let acknowledgement: Acknowledgement?
    /// How many runs lie behind it, the first among them.
    let runsSince: Int
    /// The runs that the level now is held against.
    let reference: Assessment.Reference?
    /// What change would have been seen.
    let sensitivity: Sensitivity?
}

extension Standing {
    /// What the level was: that of the runs that the level now is held against. Of a drift the level from which it began.
    var before: Center? { difference?.a }

    /// What it is now: of a step the level since, of the newest run alone its value, of a drift the end of its trend, of an unstable series the
    /// level that it is at; where nothing changed the newest run, or the newest level.
    var now: Center? { difference?.b }

    var hasFailed: Bool { judgement.verdict == .failed }

    /// Whether the level moved; an acknowledged change is one, too.
    var isChange: Bool { judgement.verdict == .regression || judgement.verdict == .improvement }

    var standsOut: Bool { acknowledgement != nil || isChange || hasFailed }

    /// A regression or a failure that nobody acknowledged.
    var isOpen: Bool { acknowledgement == nil && (judgement.verdict == .regression || hasFailed) }

    /// Whether something was tested: not what was acknowledged, and not a failure.
    var isTested: Bool { judgement.pAdjusted != nil }
}
