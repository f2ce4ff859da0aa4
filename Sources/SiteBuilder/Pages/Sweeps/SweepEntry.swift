import AgentRuns

/// A sweep of any kind as the list of all sweeps shows it.
struct SweepEntry {
    let title: String
    let slug: String
    let suite: String
    let program: String?
    /// What its TTFT is.
    let ttft: String
    let configurations: Int
    /// How many executions failed.
    let failures: Int
    /// The greatest output throughput, in tokens per second.
    let fastest: Double?
    /// What that is the throughput of: `one stream`, `whole server`.
    let scope: String?
    let newest: Timestamp?

    init(_ sweep: Sweep) {
        title = SweepWords(sweep: sweep).title
        slug = sweep.slug
        suite = sweep.plan.suite
        program = sweep.plan.program
        ttft = sweep.kind.name
        configurations = sweep.configurations.count
        failures = sweep.configurations.reduce(0) { $0 + $1.failures.count }
        fastest = sweep.configurations.compactMap { $0.median?.throughput }.max()
        scope = Self.scope(of: sweep.configurations.flatMap(\.executions))
        newest = sweep.runs.compactMap(\.startedAt).max()
    }

    init(_ sweep: OptionSweep) {
        let observations = sweep.observations
        title = OptionSweepWords(sweep: sweep).title
        slug = sweep.slug
        suite = sweep.plan.suite
        program = sweep.plan.program
        ttft = "–"
        configurations = Set(observations.map { $0.series.configuration }).count
        failures = 0
        fastest = observations.filter { !$0.isLeftOut(of: .outputThroughput) }.compactMap { $0.reported(.outputThroughput, .mean) }.max()
        scope = Self.scope(of: observations)
        newest = observations.compactMap(\.run.startedAt).max()
    }

    init(_ sweep: LoadSweep) {
        let executions = sweep.observations.map(\.execution)
        title = LoadWords(sweep: sweep).title
        slug = sweep.slug
        suite = sweep.plan.suite
        program = sweep.plan.program
        ttft = executions.contains { $0.metrics[.ttft] != nil } ? sweep.plan.definition.shortName : "–"
        configurations = sweep.places.count
        failures = sweep.observations.count(where: \.hasFailed)
        fastest = sweep.places.compactMap { sweep.point(at: $0).value(.outputThroughput, .mean) }.max()
        scope = Self.scope(of: sweep.observations)
        newest = sweep.runs.compactMap(\.startedAt).max()
    }

    /// The same for all executions of a sweep, which are of one program.
    private static func scope(of observations: [Observation]) -> String? { observations.first?.basis(of: .outputThroughput)?.name }
}
