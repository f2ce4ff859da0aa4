import RunStatistics

/// What this program says of a series that is judged alone.
public struct Assessed: Sendable {
    public let assessment: Assessment
    public let verdict: VerdictWord

    public init(_ observations: [SeriesObservation], kin: Kin? = nil) {
        assessment = SeriesAssessment.assess(observations, kin: kin)
        verdict = assessment.difference.map { Family.judge([($0, .lower)])[0].verdict } ?? .notEnoughData
    }
}
