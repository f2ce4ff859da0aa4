import AgentRuns

/// Where an agent's runs left one series and went on in another, because what is measured, or under what options, changed.
struct SeriesSplit {
    let other: Trajectory
    /// Whether the other series came before this one.
    let isEarlier: Bool
    /// What changed: `TTFT definition from first chunk to prompt evaluation`.
    let change: String

    /// The nearest series of the same agent before and after one, none where their runs lie among each other.
    ///
    /// - Parameter kin: the series of the same agent, itself among them.
    static func around(_ trajectory: Trajectory, among kin: [Trajectory]) -> [SeriesSplit] {
        let related = kin.filter { $0.id != trajectory.id && $0.key.measure.metric == trajectory.key.measure.metric }
        let earlier = related.filter { $0.lastTime < trajectory.firstTime }.max { $0.lastTime < $1.lastTime }
        let later = related.filter { $0.firstTime > trajectory.lastTime }.min { $0.firstTime < $1.firstTime }
        return [
            earlier.map { SeriesSplit(other: $0, isEarlier: true, change: difference(from: $0.key, to: trajectory.key)) },
            later.map { SeriesSplit(other: $0, isEarlier: false, change: difference(from: trajectory.key, to: $0.key)) },
        ].compactMap(\.self)
    }

    private static func difference(from old: TrajectoryKey, to new: TrajectoryKey) -> String {
        var parts: [String] = []
        if old.measure.ttft?.definition != new.measure.ttft?.definition {
            parts.append("TTFT from \(old.measure.ttft?.definition.shortName ?? "–") to \(new.measure.ttft?.definition.shortName ?? "–")")
        } else if old.measure.ttft != new.measure.ttft {
            parts.append("TTFT from \(old.measure.ttft?.name ?? "–") to \(new.measure.ttft?.name ?? "–")")
        }
        if old.measure.basis != new.measure.basis {
            parts.append("\(new.measure.name) from \(old.measure.basis?.name ?? "–") to \(new.measure.basis?.name ?? "–")")
        }
        if old.measure.unit != new.measure.unit { parts.append("unit from \(old.measure.unit) to \(new.measure.unit)") }
        let names = Set(old.configuration.options.names).union(new.configuration.options.names).sorted()
        for name in names where old.configuration.options[name] != new.configuration.options[name] {
            func text(_ key: TrajectoryKey) -> String { key.configuration.options[name].map { "\($0)" } ?? "the server's default" }
            parts.append("\(name) from \(text(old)) to \(text(new))")
        }
        return parts.joined(separator: ", ")
    }
}

extension Trajectory {
    /// Runs without a date have no place before or after others.
    fileprivate var firstTime: Int { points.first?.run.startedAt?.orderKey ?? .min }
    fileprivate var lastTime: Int { points.allSatisfy { $0.run.startedAt != nil } ? points.last?.run.startedAt?.orderKey ?? .max : .max }
}
