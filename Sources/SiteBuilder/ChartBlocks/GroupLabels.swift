import AgentRuns

/// Short names for groups of observations that stand together.
struct GroupLabels {
    private let series: SeriesLabels
    private let fields: [RunField]

    init(_ groups: some Collection<ObservationGroup>, fields: [RunField]) {
        let keys = groups.compactMap { group in
            if case .series(let key) = group.key { key } else { nil }
        }
        series = SeriesLabels(keys)
        self.fields = fields
    }

    /// What tells a group from the others: `insight, num_ctx 512`.
    func name(of group: ObservationGroup) -> String {
        switch group.key {
        case .series(let key): return series.name(of: key)
        case .values:
            let words = fields.map { $0.label(of: group.observations[0]) }
            return words.isEmpty ? "all" : words.joined(separator: ", ")
        }
    }

    /// The head of a small chart, and the line under it.
    func heading(of group: ObservationGroup) -> (name: String, detail: String) {
        switch group.key {
        case .series(let key): series.heading(of: key)
        case .values: (name(of: group), "")
        }
    }
}
