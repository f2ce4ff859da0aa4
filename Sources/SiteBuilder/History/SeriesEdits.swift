/// What `content/series.toml` says about series: which one goes on under another's name, and which belong together.
struct SeriesEdits: Sendable {
    struct Rename: Sendable, Hashable {
        let from: String
        let to: String
    }

    struct Join: Sendable, Hashable {
        let series: [String]
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
            if let renamed = Self.replacing(rename.from, with: rename.to, in: id) { id = renamed }
        }
        for join in joins {
            guard let last = join.series.last else { continue }
            for member in join.series.dropLast() {
                if let joined = Self.replacing(member, with: last, in: id) { return (joined, join.reason) }
            }
        }
        return (id, nil)
    }

    private static func replacing(_ from: String, with to: String, in id: String) -> String? {
        if id == from { return to }
        guard id.hasPrefix(from + "/"), !id.dropFirst(from.count + 1).contains("/") else { return nil }
        return to + id.dropFirst(from.count)
    }
}
