import RunStatistics

/// How often rules flag series of a process and a course.
public enum Trials {
    /// - Parameter either: whether an improvement counts as much as a regression: where nothing changed both are wrong.
    public static func flagged(
        _ process: NoiseProcess, _ course: LevelCourse, runs: Int, trials: Int, seed: UInt64, by detectors: [Detector] = Detector.allCases,
        either: Bool
    ) -> [Rate] {
        var model = NoiseModel(seed: seed)
        var outcomes = [[Double]](repeating: [], count: detectors.count)
        for _ in 0..<trials {
            let observations = SimulatedSeries.observations(runs, process, course, &model)
            for (i, detector) in detectors.enumerated() {
                outcomes[i].append(detector.isFlagged(observations, either: either, &model) ? 1 : 0)
            }
        }
        return outcomes.map(Rate.init)
    }

    /// How often what this program says of a series has a property.
    public static func share(
        _ process: NoiseProcess, _ course: LevelCourse, runs: Int, trials: Int, seed: UInt64, kin isWithKin: Bool = false,
        where holds: (Assessed) -> Bool
    ) -> Rate {
        var model = NoiseModel(seed: seed)
        return Rate(
            (0..<trials).map { _ in
                let observations = SimulatedSeries.observations(runs, process, course, &model)
                // Ten kindred series, as long and as noisy, in which nothing changed.
                let kin = isWithKin ? Kin(of: (0..<10).map { _ in SimulatedSeries.observations(runs, process, .unchanged, &model) }) : nil
                return holds(Assessed(observations, kin: kin)) ? 1 : 0
            })
    }

    /// What is said of families of series that are judged together, of which some changed.
    ///
    /// - Parameter isKindred: whether they learn of their noise from each other.
    /// - Returns: the share of the unchanged among those called changed, 0 where none was, and of the changed those that were found.
    public static func families(
        _ process: NoiseProcess, _ course: LevelCourse, runs: Int, size: Int, changed: Int, areKindred isKindred: Bool, trials: Int,
        seed: UInt64
    ) -> (falseDiscoveries: Rate, found: Rate) {
        var model = NoiseModel(seed: seed)
        var (wrong, found): ([Double], [Double]) = ([], [])
        for _ in 0..<trials {
            let family = (0..<size).map { SimulatedSeries.observations(runs, process, $0 < changed ? course : .unchanged, &model) }
            let kin = isKindred ? Kin(of: family) : nil
            let members = family.compactMap { observations in
                SeriesAssessment.assess(observations, kin: kin).difference.map { (difference: $0, better: Better.lower) }
            }
            let verdicts = Family.judge(members).map(\.verdict)
            let flagged = verdicts.count { $0 == .regression || $0 == .improvement }
            let right = verdicts.prefix(changed).count { $0 == .regression }
            wrong.append(flagged > 0 ? Double(flagged - right) / Double(flagged) : 0)
            found.append(changed > 0 ? Double(right) / Double(changed) : 0)
        }
        return (Rate(wrong), Rate(found))
    }
}
