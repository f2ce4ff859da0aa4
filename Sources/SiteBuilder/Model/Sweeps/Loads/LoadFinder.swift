import AgentRuns

/// Finds the sweeps over load among runs.
enum LoadFinder {
    /// - Parameter all: every execution of the site, oldest first.
    /// - Returns: by suite, each with a slug that nothing else has.
    static func sweeps(among all: [Observation], slugs: inout Slugs) -> [LoadSweep] {
        let members = all.filter { observation in
            (Load.options + [Load.strategyOption]).contains { observation.series.configuration.options[$0] != nil }
        }
        var sweeps = Dictionary(grouping: members) { LoadPlan($0) }.sorted { $0.key < $1.key }.compactMap { LoadSweep($1, plan: $0) }
        for index in sweeps.indices {
            let siblings = sweeps.filter { $0.plan.sharesTools(with: sweeps[index].plan) }
            let names = Set(siblings.flatMap { $0.plan.workload.options.keys }).sorted()
            sweeps[index].tellingWorkload = names.filter { name in Set(siblings.map { $0.plan.workload[name] }).count > 1 }
        }
        for index in sweeps.indices { sweeps[index].slug = slugs.claim(sweeps[index].slugBase) }
        return sweeps
    }
}

extension LoadSweep {
    /// `serving/sglang-llama33-70b/sglang-over-request_rate-dataset-random`.
    fileprivate var slugBase: String {
        let work = tellingWorkload.compactMap { name in plan.workload[name].map { "\(name)-\($0)" } }
        let parts = [plan.program ?? "runs", plan.model, "over"].compactMap(\.self) + loadOptions + work
        return "\(plan.suite)/\(pathPart(parts.joined(separator: "-")))"
    }
}
