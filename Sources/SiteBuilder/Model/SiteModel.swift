import AgentRuns
import RunStatistics

/// What there is to show: the runs in their order, and the groups that have pages of their own.
struct SiteModel: Sendable {
    /// Oldest first; runs without any time come first of all, by id, `rate-8` before `rate-16`.
    let runs: [Run]
    let suites: [RunGroup]
    let models: [RunGroup]
    let configurations: [RunGroup]
    /// The loads that servers were measured under, by suite.
    let loads: [LoadSweep]
    /// What benchmarks measured over the values of one option, by suite.
    let optionSweeps: [OptionSweep]
    /// The grids of options that were measured, by suite.
    let sweeps: [Sweep]
    /// The dated runs before and after each dated run, by id, in the series of its first agent.
    let neighbours: [String: (previous: Run?, next: Run?)]
    /// Every execution of the site, in the order of the runs.
    let observations: [Observation]
    /// What anything failed in: failures of requests and calls are only compared where there are any.
    let failureBases: Set<MetricBasis>
    /// The executions of each run, by its id.
    private let observationsByRun: [String: [Observation]]
    /// What tells series apart on this site.
    let seriesRules: SeriesRules
    /// The history of every series, by key.
    let trajectories: [Trajectory]
    /// The histories that are kin, in their order.
    private let trajectoriesByKin: [TrajectoryKin: [Int]]
    /// Where each run stands in the histories, by id.
    private let placesByRun: [String: [(trajectory: Int, point: Int)]]
    /// Where each series stands that can be judged at all, judged together.
    let standings: [Standing]
    /// The same by the ids of the histories.
    private let standingsByID: [String: Standing]
    /// The agents whose newest run failed, by that execution.
    let failures: [ObservationID: Standing]
    let acknowledged: [Acknowledgement]
    /// The runs, or parts of them, that are taken out of judging.
    let excluded: [Exclusion]
    /// The rules of every verdict on the site.
    /// The rules of every verdict on the site, but for metrics that have a smallest change of their own.
    let rules: VerdictRules
    private let judging: JudgingSettings

    init(content: Content) {
        self.init(
            runs: content.runs, coldLoadLimit: content.settings.coldLoad, seriesRules: content.settings.series,
            acknowledged: content.acknowledged, excluded: content.excluded, edits: content.edits, mainBranch: content.settings.mainBranch,
            judging: content.settings.judging)
    }

    init(
        runs: [Run], coldLoadLimit: Double? = nil, seriesRules: SeriesRules = .standard, acknowledged: [Acknowledgement] = [],
        excluded: [Exclusion] = [], edits: SeriesEdits = SeriesEdits(), mainBranch: String? = nil, judging: JudgingSettings = JudgingSettings(),
        rules: VerdictRules = .standard
    ) {
        self.seriesRules = seriesRules
        self.acknowledged = acknowledged
        self.excluded = excluded
        let rules = judging.rules(from: rules)
        (self.rules, self.judging) = (rules, judging)
        let sorted = runs.map { $0.decidingColdCalls(limit: coldLoadLimit) }.sorted(by: Self.isBefore)
        let exclusions = Dictionary(grouping: excluded, by: \.run)
        let grouped = sorted.map { Observation.all(of: $0, rules: seriesRules, excluded: exclusions[$0.id] ?? []) }
        self.runs = sorted
        let observations = grouped.flatMap(\.self)
        self.observations = observations
        failureBases = observations.reduce(into: []) { bases, observation in
            bases.formUnion(FailureCounts(observation.execution).byBasis.filter { $0.value.failed > 0 }.keys)
        }
        observationsByRun = Dictionary(zip(sorted.map(\.id), grouped), uniquingKeysWith: { first, _ in first })
        var suites: [String: [Observation]] = [:]
        var models: [String: [Observation]] = [:]
        var configurations: [Configuration: [Observation]] = [:]
        var series: [SeriesKey: [Observation]] = [:]
        for observation in observations {
            let key = observation.series
            suites[observation.run.suite, default: []].append(observation)
            models[key.configuration.modelName, default: []].append(observation)
            configurations[key.configuration, default: []].append(observation)
            series[key, default: []].append(observation)
        }
        var trajectories = TrajectoryBuilder(acknowledged: acknowledged, edits: edits, rules: rules, judging: judging, mainBranch: mainBranch)
            .trajectories(of: observations)
        let standings = Standing.standings(of: trajectories, rules) { judging.rules(for: $0.key.measure.metric, from: rules) }
        for standing in standings {
            let metric = trajectories[standing.trajectory].key.measure.metric
            standing.apply(to: &trajectories[standing.trajectory], rules: judging.rules(for: metric, from: rules))
        }
        failures = Standing.failures(of: trajectories)
        self.trajectories = trajectories
        self.standings = standings
        standingsByID = Dictionary(standings.map { [trajectories] in (trajectories[$0.trajectory].id, $0) }, uniquingKeysWith: { first, _ in first })
        var places: [String: [(trajectory: Int, point: Int)]] = [:]
        for (number, trajectory) in trajectories.enumerated() {
            for (index, point) in trajectory.points.enumerated() { places[point.run.id, default: []].append((number, index)) }
        }
        placesByRun = places
        trajectoriesByKin = Dictionary(grouping: trajectories.indices) { [trajectories] in TrajectoryKin(trajectories[$0].key.agent) }
        neighbours = Self.neighbours(in: series)
        var slugs = Slugs(taken: ["index"])
        loads = LoadFinder.sweeps(among: observations, slugs: &slugs)
        var taken = Set(loads.flatMap(\.observations).map(\.id))
        optionSweeps = OptionSweep.sweeps(among: observations, without: taken, slugs: &slugs)
        taken.formUnion(optionSweeps.flatMap(\.observations).map(\.id))
        sweeps = SweepFinder.sweeps(among: observations, without: taken, slugs: &slugs)
        self.suites = RunGroup.groups(suites.sorted { $0.key < $1.key }.map { (.suite($0.key), $0.value) })
        self.models = RunGroup.groups(models.sorted { $0.key < $1.key }.map { (.model($0.key), $0.value) })
        self.configurations = RunGroup.groups(configurations.sorted { $0.key < $1.key }.map { (.configuration($0.key), $0.value) })
    }

    /// The rules of one metric's verdicts.
    func rules(for metric: MetricID) -> VerdictRules { judging.rules(for: metric, from: rules) }

    /// Where a series stands; `nil` where nothing can be said of it.
    func standing(of trajectory: Trajectory) -> Standing? { standingsByID[trajectory.id] }

    /// The executions of a run, in their order.
    func observations(of run: Run) -> [Observation] { observationsByRun[run.id] ?? [] }

    /// The points of a run in the histories of its agents' series, in the order of the histories.
    func places(of run: Run) -> [(trajectory: Int, point: Int)] { placesByRun[run.id] ?? [] }

    /// The histories of an agent's measures, and of the same agent under other options.
    func kin(of agent: TrajectoryKey.Agent) -> [Trajectory] {
        (trajectoriesByKin[TrajectoryKin(agent)] ?? []).map { trajectories[$0] }
    }

    private static func neighbours(in series: [SeriesKey: [Observation]]) -> [String: (previous: Run?, next: Run?)] {
        var neighbours: [String: (previous: Run?, next: Run?)] = [:]
        for dated in series.values.map({ $0.filter { $0.run.startedAt != nil } }) where dated.count > 1 {
            for (place, observation) in dated.enumerated() where observation.index == 0 {
                let next = place + 1 < dated.count ? dated[place + 1].run : nil
                neighbours[observation.run.id] = (place > 0 ? dated[place - 1].run : nil, next)
            }
        }
        return neighbours
    }

    private static func isBefore(_ left: Run, _ right: Run) -> Bool {
        switch (left.startedAt, right.startedAt) {
        case (nil, .some): true
        case (.some, nil): false
        case (let a?, let b?) where a != b: a < b
        default: NaturalOrder.isBefore(left.id, right.id)
        }
    }
}
