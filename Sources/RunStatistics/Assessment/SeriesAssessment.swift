/// Says where a series stands, from the values of its runs alone.
///
/// The level since the last accepted change is held against the first level after it, with all runs of both. Failed, excluded and zero runs
/// and lone outliers are in neither. The order of the questions: did the level move, does it drift, does it alternate, does it scatter more.
public enum SeriesAssessment {
    /// - Parameters:
    ///   - observations: of one series, in the order of time.
    ///   - accepted: the first observations after changes that were accepted, in any order; each begins a new level.
    ///   - kin: what kindred series tell of the noise, on the same scale; `nil` where there are none.
    public static func assess(
        _ observations: [SeriesObservation], accepted: [Int] = [], kin: Kin? = nil, rules: VerdictRules = .standard
    ) -> Assessment {
        let empty = Assessment(changes: [], spikes: [], limits: Array(repeating: nil, count: observations.count))
        guard let series = CleanSeries(observations, rules: rules) else { return empty }
        let starts = Set(accepted.compactMap { start in series.indices.firstIndex { $0 >= start } }).subtracting([0]).sorted()
        return AssessmentBuilder(series, accepted: starts, kin: kin, rules: rules).assessment(of: observations.count)
    }
}
