import AgentRuns

/// One side of a comparison: the runs that a name stands for.
struct ComparisonSide: Sendable {
    /// As the user wrote it.
    let name: String
    /// As it stands in a sentence.
    let title: String
    let runs: [Run]
    /// Which executions of the runs are meant; `nil` for all.
    let configuration: Configuration?

    /// The newest run of all.
    static let latest = "latest"
}

extension SiteModel {
    /// What a name stands for: a run, a suite with the suites below it, a configuration, or `latest`, the newest run.
    func side(named name: String) -> ComparisonSide? {
        let path = name.hasSuffix("/") ? String(name.dropLast()) : name
        if path == ComparisonSide.latest, let run = runs.last {
            return ComparisonSide(name: name, title: run.id, runs: [run], configuration: nil)
        }
        if let run = runs.first(where: { $0.id == path }) { return ComparisonSide(name: name, title: run.id, runs: [run], configuration: nil) }
        let below = runs.filter { $0.suite == path || $0.id.hasPrefix(path + "/") }
        if !below.isEmpty { return ComparisonSide(name: name, title: path, runs: below, configuration: nil) }
        for group in configurations where group.slug == path || group.subject.name == path {
            guard case .configuration(let configuration) = group.subject else { continue }
            return ComparisonSide(name: name, title: group.subject.name, runs: group.runs, configuration: configuration)
        }
        return nil
    }

    /// Every name that a side can have, for suggestions.
    var sideNames: [String] {
        [ComparisonSide.latest] + suites.map(\.subject.name) + configurations.map(\.slug) + runs.map(\.id)
    }
}
