/// The empirical cumulative distribution: the share of the values that lie at or under each value.
struct CumulativeShares: Sendable, Hashable {
    struct Step: Sendable, Hashable {
        let value: Double
        let share: Double
    }

    /// More steps than these can't be told apart in a row.
    private static let stepLimit = 200

    /// In order of value, the last at 1; of very many values evenly chosen ones, the first and the last among them.
    let steps: [Step]

    /// - Parameter values: finite.
    init(_ values: [Double]) {
        let sorted = values.sorted()
        let all = sorted.indices.filter { $0 == sorted.count - 1 || sorted[$0] != sorted[$0 + 1] }
        let chosen =
            all.count <= Self.stepLimit
            ? all : (0..<Self.stepLimit).map { all[$0 * (all.count - 1) / (Self.stepLimit - 1)] }
        steps = chosen.map { Step(value: sorted[$0], share: Double($0 + 1) / Double(sorted.count)) }
    }
}
