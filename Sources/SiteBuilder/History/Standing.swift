import RunStatistics

/// Where a series stands today: what has become of its level since the last accepted change, judged together with all other series.
///
/// Every page, data file and command that speaks of a series' verdict reads it here.
struct Standing: Sendable {
    /// Which of the site's histories.
    let trajectory: Int
    let kind: Assessment.Kind?
    /// From the level before to the level now.
    let difference: Difference
    let judgement: Judgement
    /// The point with which what is said began; the newest one where nothing did.
    let since: Int
    let acknowledgement: Acknowledgement?
    /// How many runs lie behind it, the first among them.
    let runsSince: Int
    /// What change would have been seen.
    let sensitivity: Sensitivity?
}
