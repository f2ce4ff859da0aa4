import AgentRuns

/// Whether the versions of a series were measured in turn, as variants to be held against each other, rather than one after the other as a history.
///
/// Within one day they were where versions alternate, or where each was measured once. Over several days they were where most days measured several
/// of them and most versions came back on another day. An upgrade changes the version once, and a nightly job has each version once or on one day.
struct VersionVariants {
    private var days: [String: Set<String>] = [:]
    private var versions: [String: Set<String>] = [:]
    private var runs = 0
    private var switches = 0

    /// - Parameter observations: in the order of their runs.
    init(_ observations: some Sequence<Observation>) {
        var last: String?
        for observation in observations {
            guard let day = observation.run.startedAt?.date, let version = RunVersion(observation)?.label else { continue }
            days[day, default: []].insert(version)
            versions[version, default: []].insert(day)
            runs += 1
            if let last, last != version { switches += 1 }
            last = version
        }
    }

    var areInTurn: Bool {
        guard versions.count > 1 else { return false }
        if days.count == 1 { return switches >= versions.count || runs == versions.count }
        return days.values.count { $0.count > 1 } * 2 > days.count && versions.values.count { $0.count > 1 } * 2 > versions.count
    }
}
