import AgentRuns

/// Short names for several series: of each only what tells it from the others. The options that all share are said once, by the page.
struct SeriesLabels {
    private let parts: [SeriesKey: (own: [String], rest: [String])]

    /// - Parameter keys: the series that stand together on a chart or in a table.
    init(_ keys: some Collection<SeriesKey>) {
        let options = OptionLabels(keys.map(\.configuration.options))
        let columns: [@Sendable (SeriesKey) -> String?] = [
            { $0.slot }, \.scenario, { $0.configuration.modelName }, { options.label(of: $0.configuration.options) },
            // The slot of a benchmark is its tool's name already.
            { $0.program == $0.slot ? nil : $0.program },
            { $0.ttftDefinition.shortName },
        ]
        let varying = columns.filter { column in Set(keys.map(column)).count > 1 }
        parts = Dictionary(
            uniqueKeysWithValues: keys.map { key in
                let own = varying.compactMap { $0(key) }
                let words = own.isEmpty ? [key.slot] : own
                let rest = columns.prefix(4).compactMap { $0(key) }.filter { !words.contains($0) }
                return (key, (words, rest))
            })
    }

    /// What differs: `insight, num_gpu 80, num_ctx 512`.
    func name(of key: SeriesKey) -> String {
        parts[key]?.own.joined(separator: ", ") ?? key.slot
    }

    /// A short name for the head of a small chart, the agent and what it did; and the rest, for the line under it.
    func heading(of key: SeriesKey) -> (name: String, detail: String) {
        let name = [key.slot, key.scenario].compactMap(\.self).joined(separator: ", ")
        let own = parts[key]?.own.filter { $0 != key.slot && $0 != key.scenario } ?? []
        let rest = parts[key]?.rest.filter { $0 != key.slot && $0 != key.scenario } ?? []
        return (name, (own + rest).joined(separator: ", "))
    }

    /// What it shares with the others.
    func detail(of key: SeriesKey) -> String {
        parts[key]?.rest.joined(separator: ", ") ?? ""
    }
}
