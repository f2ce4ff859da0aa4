/// What `content/series.toml` says about series: which one goes on under another's name, and which belong together.
struct SeriesEdits: Sendable {
    struct Rename: Sendable, Hashable {
        let from: SeriesPattern
        /// Its stars are filled with what those of `from` stand for.
        let to: SeriesPattern
    }

    struct Join: Sendable, Hashable {
        /// The last one names the series that the others go into; a single pattern joins all that fit it.
        let series: [SeriesPattern]
        let reason: String
    }

    var renames: [Rename] = []
    var joins: [Join] = []

    /// The id under which a series goes on, and why if it was joined to another.
    ///
    /// An id without its last part, the measure, stands for every measure of that agent.
    func destination(of key: TrajectoryKey) -> (id: String, reason: String?) {
        var id = key.id
        for rename in renames {
            if let renamed = Self.replacing(rename.from, in: id, { rename.to.filled(with: $0) }) { id = renamed }
        }
        for join in joins {
            guard let last = join.series.last else { continue }
            for member in join.series where member != last || last.hasWildcards {
                if let joined = Self.replacing(member, in: id, { _ in last.filled(with: []) }) { return (joined, join.reason) }
            }
        }
        return (id, nil)
    }

    private static func replacing(_ pattern: SeriesPattern, in id: String, _ other: ([Substring]) -> String) -> String? {
        if let stars = pattern.match(id) { return other(stars) }
        guard let slash = id.lastIndex(of: "/"), let stars = pattern.match(String(id[..<slash])) else { return nil }
        return other(stars) + id[slash...]
    }
}
