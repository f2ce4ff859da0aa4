import AgentRuns

/// Whether the versions of a series were measured in turn, as variants to be held against each other, rather than one after the other as a history.
///
/// In turn they were where all runs lie within one day, or where most days measured several of them and most versions came back on another day.
/// A nightly job that measures a new build, or several, has each version once or on one day.
struct VersionVariants {
    private var days: [String: Set<String>] = [:]
    private var versions: [String: Set<String>] = [:]

    init(_ observations: some Sequence<Observation>) {
        for observation in observations {
            guard let day = observation.run.startedAt?.date, let version = RunVersion(observation)?.label else { continue }
            days[day, default: []].insert(version)
            versions[version, default: []].insert(day)
        }
    }

    var areInTurn: Bool {
        guard versions.count > 1 else { return false }
        if days.count == 1 { return true }
        return days.values.count { $0.count > 1 } * 2 > days.count && versions.values.count { $0.count > 1 } * 2 > versions.count
    }
}
