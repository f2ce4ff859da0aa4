import RunStatistics

/// Where a series stands today: its newest change or its newest run, held against what came before, and judged together with all other series.
struct Standing: Sendable {
    /// Which of the site's histories.
    let trajectory: Int
    let difference: Difference
    let judgement: Judgement
    /// The first point of what is judged: that of an open change, else the newest run.
    let since: Int
    let acknowledgement: Acknowledgement?
    /// How many runs are on the newer side.
    let runsSince: Int
}
