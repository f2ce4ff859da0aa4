import RunStatistics

/// Runs of a hundred requests each, of which some fail.
public struct FailedRequests: Sendable {
    /// The share that fails, by the run's place from the newest, which is 0.
    let rate: @Sendable (_ before: Int) -> Double
    /// Whether failures come in heaps: the rate of a run is anything up to twice its own.
    let areInHeaps: Bool

    public init(inHeaps: Bool = false, rate: @escaping @Sendable (_ before: Int) -> Double) {
        (self.rate, areInHeaps) = (rate, inHeaps)
    }

    /// How often what this program says of twenty runs has a property.
    public func share(trials: Int, seed: UInt64, where holds: (Assessment, VerdictWord) -> Bool) -> Rate {
        var model = NoiseModel(seed: seed)
        return Rate(
            (0..<trials).map { _ in
                let assessment = FailureAssessment.assess((0..<20).reversed().map { run($0, &model) })
                let verdict = assessment.difference.map { Family.judge([($0, .lower)])[0].verdict } ?? .notEnoughData
                return holds(assessment, verdict) ? 1 : 0
            })
    }

    private func run(_ before: Int, _ model: inout NoiseModel) -> Attempts? {
        let own = areInHeaps ? min(1, 2 * rate(before) * model.uniform()) : rate(before)
        return Attempts(failed: (0..<100).count { _ in model.uniform() < own }, of: 100)
    }
}
