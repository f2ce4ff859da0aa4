import AgentRuns

/// Benchmarks of one suite, tool and model over the values of one option, such as the depth of the context: what a figure does as it grows.
struct OptionSweep: Sendable {
    /// What the benchmarks have in common.
    struct Plan: Sendable, Hashable, Comparable {
        let suite: String
        let scenario: String?
        let program: String?
        let model: String?

        init(_ observation: Observation) {
            suite = observation.run.suite
            scenario = observation.run.scenario
            program = observation.series.program
            model = observation.execution.model
        }

        static func < (left: Plan, right: Plan) -> Bool { left.key < right.key }

        private var key: (String, String, String, String) { (suite, scenario ?? "", program ?? "", model ?? "") }
    }

    /// One metric over the option.
    struct Figure: Sendable {
        let metric: MetricID
        let curves: [LoadCurve]
    }

    /// Fewer values than these are a comparison.
    static let leastValues = 3
    private static let metrics: [MetricID] = [.outputThroughput, .promptThroughput, .totalThroughput]
    /// They name the test rather than the server, so that they are taken only where no other option varies.
    private static let testOptions = ["n_prompt", "n_gen"]

    let plan: Plan
    let option: String
    let figures: [Figure]
    var slug = ""

    /// - Parameter members: of one plan, oldest first.
    /// - Returns: `nil` where no option has enough values under otherwise equal conditions.
    init?(_ members: [Observation], plan: Plan) {
        let values = members.reduce(into: [String: Set<Double>]()) { all, member in
            for case (let name, .number(let value)) in member.series.configuration.options.options { all[name, default: []].insert(value) }
        }
        let candidates = values.filter { $0.value.count >= Self.leastValues }.keys.sorted { left, right in
            func rank(_ name: String) -> (Int, Int, String) { (Self.testOptions.contains(name) ? 1 : 0, -(values[name]?.count ?? 0), name) }
            return rank(left) < rank(right)
        }
        for option in candidates {
            let figures = Self.metrics.compactMap { Figure($0, over: option, members) }
            if !figures.isEmpty {
                self.plan = plan
                self.option = option
                self.figures = figures
                return
            }
        }
        return nil
    }

    /// The benchmarks of which some figure is drawn, each once.
    var observations: [Observation] {
        var seen: Set<ObservationID> = []
        return figures.flatMap(\.curves).flatMap(\.points).flatMap(\.observations).filter { seen.insert($0.id).inserted }
    }
}

extension OptionSweep.Figure {
    /// - Returns: `nil` where no curve has enough points.
    fileprivate init?(_ metric: MetricID, over option: String, _ members: [Observation]) {
        let measured = members.filter { $0.reported(metric, .mean) != nil && $0.series.configuration.options[option] != nil }
        let curves = Dictionary(grouping: measured) { member in
            Configuration(
                model: member.execution.slot, options: SamplingConfiguration(member.series.configuration.options.options.filter { $0.key != option }))
        }.sorted { $0.key < $1.key }.map { key, members in
            LoadCurve(
                server: key.options, slot: key.modelName,
                points: Dictionary(grouping: members) { $0.series.configuration.options[option] ?? .flag(false) }
                    .map { LoadPoint(load: .of(option: option, $0.key), observations: $0.value) }.sorted { $0.load < $1.load })
        }
        guard curves.contains(where: { $0.points.count >= OptionSweep.leastValues }) else { return nil }
        self.metric = metric
        self.curves = curves.labelled
    }
}

extension OptionSweep {
    /// Finds them among benchmarks of serving tools.
    ///
    /// - Parameters:
    ///   - all: every execution of the site, oldest first.
    ///   - others: executions that are part of a sweep over load.
    static func sweeps(among all: [Observation], without others: Set<ObservationID>, slugs: inout Slugs) -> [OptionSweep] {
        let members = all.filter { $0.run.isServingBenchmark && !others.contains($0.id) }
        var sweeps = Dictionary(grouping: members) { Plan($0) }.sorted { $0.key < $1.key }.compactMap { OptionSweep($1, plan: $0) }
        for index in sweeps.indices {
            let (plan, option) = (sweeps[index].plan, sweeps[index].option)
            let name = [plan.program ?? "runs", plan.model, "over", option].compactMap(\.self).joined(separator: "-")
            sweeps[index].slug = slugs.claim("\(plan.suite)/\(pathPart(name))")
        }
        return sweeps
    }
}
