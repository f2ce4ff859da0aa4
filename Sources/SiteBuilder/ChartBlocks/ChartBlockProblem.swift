/// Why a block that reads well can't be drawn from the runs that there are.
struct ChartBlockProblem: Error {
    /// What is wrong, then what to do.
    let message: String
    /// The key whose value it is about.
    let key: String
}
