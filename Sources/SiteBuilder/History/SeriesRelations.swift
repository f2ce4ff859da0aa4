import AgentRuns

/// The series of the same agent beside one: variants that were measured together with it, and others that came before or after it.
struct SeriesRelations {
    /// A series with the words for what tells it from another.
    struct Other {
        let trajectory: Trajectory
        let difference: String
    }

    /// Series of the same metric with runs in the same suites or on the same days, in their order.
    let variants: [Other]
    /// The nearest series that ended before this one began, and the nearest that began after it ended: of other suites and other days.
    let earlier: Other?
    let later: Other?

    /// - Parameter kin: the series of the same agent, itself among them.
    init(of trajectory: Trajectory, among kin: [Trajectory]) {
        let (suites, days) = (trajectory.suites, trajectory.days)
        let related = kin.filter { $0.id != trajectory.id && $0.key.measure.metric == trajectory.key.measure.metric }
        func isVariant(_ other: Trajectory) -> Bool { !suites.isDisjoint(with: other.suites) || !days.isDisjoint(with: other.days) }
        func described(_ other: Trajectory) -> Other { Other(trajectory: other, difference: Self.difference(of: other.key, from: trajectory.key)) }
        variants = related.filter(isVariant).map(described)
        let others = related.filter { !isVariant($0) && !$0.days.isEmpty }
        guard let (first, last) = trajectory.extent else {
            (earlier, later) = (nil, nil)
            return
        }
        earlier = others.filter { ($0.extent?.last ?? .max) < first }.max { ($0.extent?.last ?? .min) < ($1.extent?.last ?? .min) }.map(described)
        later = others.filter { ($0.extent?.first ?? .min) > last }.min { ($0.extent?.first ?? .max) < ($1.extent?.first ?? .max) }.map(described)
    }

    /// What the other series has that this one has not: `num_ctx 1024, TTFT of prompt evaluation`.
    private static func difference(of other: TrajectoryKey, from own: TrajectoryKey) -> String {
        var parts: [String] = []
        if other.measure.ttft != own.measure.ttft, let kind = other.measure.ttft { parts.append("TTFT of \(kind.name)") }
        if other.measure.basis != own.measure.basis, let basis = other.measure.basis { parts.append("\(other.measure.name) of \(basis.name)") }
        if other.measure.unit != own.measure.unit { parts.append("in \(other.measure.unit)") }
        for name in [other.configuration.options, own.configuration.options].optionNames
        where other.configuration.options[name] != own.configuration.options[name] {
            parts.append(other.configuration.options[name].map { RunField.phrase(name, $0) } ?? "\(name) not set")
        }
        return parts.isEmpty ? "another name" : parts.joined(separator: ", ")
    }
}

extension Trajectory {
    fileprivate var suites: Set<String> { Set(points.map(\.run.suite)) }
    fileprivate var days: Set<String> { Set(points.compactMap { $0.run.startedAt?.date }) }
    /// The times of the first and the last dated run.
    fileprivate var extent: (first: Int, last: Int)? {
        let times = points.compactMap { $0.run.startedAt?.orderKey }
        return times.min().flatMap { first in times.max().map { (first, $0) } }
    }
}
