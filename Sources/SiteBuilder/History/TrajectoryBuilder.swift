import AgentRuns
import RunStatistics

/// Makes the histories of all series from the runs, and judges every run against those before it.
struct TrajectoryBuilder {
    var acknowledged: [Acknowledgement] = []
    var edits = SeriesEdits()
    var rules = VerdictRules.standard
    /// The smallest change that counts, by metric.
    var judging = JudgingSettings()
    /// The branch that makes the history; `nil` where every one does.
    var mainBranch: String?

    /// The keys of all series as the runs have them, before anything is renamed or joined.
    func keys(of observations: [Observation]) -> [TrajectoryKey] { drafts(of: observations).map(\.key) }

    /// The histories of all series, by key; executions must be in the order of their runs, oldest first.
    func trajectories(of observations: [Observation]) -> [Trajectory] {
        let drafts = drafts(of: observations)
        var byID: [String: [Draft]] = [:]
        var order: [String] = []
        for draft in drafts {
            let id = edits.destination(of: draft.key).id
            if byID[id] == nil { order.append(id) }
            byID[id, default: []].append(draft)
        }
        let trajectories = order.flatMap { id in
            joinable(byID[id] ?? [], id: id).enumerated().map { index, drafts in
                trajectory(id: index == 0 ? id : "\(id)-\(index + 1)", of: drafts)
            }
        }
        return Self.named(assessed(trajectories))
    }

    /// Says of each series what has to be named beside it: its program, and the options in which others of its agent and model differ.
    private static func named(_ trajectories: [Trajectory]) -> [Trajectory] {
        func withoutProgram(_ key: TrajectoryKey) -> TrajectoryKey.Agent {
            TrajectoryKey.Agent(configuration: key.configuration, scenario: key.scenario, slot: key.slot, program: nil)
        }
        let programs = Dictionary(grouping: trajectories) { withoutProgram($0.key) }.mapValues { Set($0.map(\.key.program)).count }
        let labels = Dictionary(grouping: trajectories) { TrajectoryKin($0.key.agent) }
            .mapValues { OptionLabels($0.map(\.key.configuration.options)) }
        return trajectories.map { trajectory in
            var trajectory = trajectory
            trajectory.namesProgram = (programs[withoutProgram(trajectory.key)] ?? 1) > 1
            trajectory.telling = labels[TrajectoryKin(trajectory.key.agent)]?.label(of: trajectory.key.configuration.options)
            return trajectory
        }
    }

    /// A history before it is judged: the points of one key.
    private struct Draft {
        let key: TrajectoryKey
        var points: [(place: Int, observation: Observation, value: CentralValue?)]
    }

    /// What was sent to one id by `series.toml` is one history; series whose ids only look alike stay apart, and so do values of different kinds.
    private func joinable(_ drafts: [Draft], id: String) -> [[Draft]] {
        let own = drafts.filter { $0.key.id == id }
        return drafts.filter { $0.key.id != id }.reduce(into: own.map { [$0] }) { groups, draft in
            if let place = groups.firstIndex(where: { $0[0].key.measure == draft.key.measure }) {
                groups[place].append(draft)
            } else {
                groups.append([draft])
            }
        }
    }

    private func drafts(of all: [Observation]) -> [Draft] {
        var agents: [TrajectoryKey.Agent: [(place: Int, observation: Observation)]] = [:]
        var together: [TrajectoryKey.Agent: [(place: Int, observation: Observation)]] = [:]
        for (place, observation) in all.enumerated() {
            agents[TrajectoryKey.Agent(observation.series), default: []].append((place, observation))
            if observation.isLastOfSeveral, let agent = TrajectoryKey.Agent(together: observation.seriesOfRun) {
                together[agent, default: []].append((place, observation))
            }
        }
        for (agent, members) in agents where VersionVariants(members.lazy.map(\.observation)).areInTurn {
            agents[agent] = nil
            for member in members { agents[agent.variant(RunVersion(member.observation)), default: []].append(member) }
        }
        joinFailed(&agents)
        return agents.sorted { $0.key < $1.key }.flatMap { agent, observations in
            failureDrafts(of: agent, observations) + drafts(of: agent, observations)
        } + together.sorted { $0.key < $1.key }.compactMap { agent, observations in wallTimeDraft(of: agent, observations) }
    }

    /// Runs that failed can lack what only a run that answered tells of its work, as the lengths of its prompts: they go with the one agent that
    /// is like theirs in everything they tell.
    private func joinFailed(_ agents: inout [TrajectoryKey.Agent: [(place: Int, observation: Observation)]]) {
        for (agent, members) in agents where members.allSatisfy({ $0.observation.execution.status == .failed }) {
            let told = agent.configuration.options.options
            let alike = agents.keys.filter { other in
                other != agent && other.scenario == agent.scenario && other.slot == agent.slot && other.program == agent.program
                    && other.configuration.model == agent.configuration.model && told.allSatisfy { other.configuration.options[$0.key] == $0.value }
                    && Set(other.configuration.options.options.keys).subtracting(told.keys).isSubset(of: AgentExecution.derivedLengthOptions)
            }
            guard alike.count == 1, let other = alike.first else { continue }
            agents[other] = ((agents[other] ?? []) + members).sorted { $0.place < $1.place }
            agents[agent] = nil
        }
    }

    /// One draft for each thing that failures are counted in, where any of it failed.
    private func failureDrafts(of agent: TrajectoryKey.Agent, _ observations: [(place: Int, observation: Observation)]) -> [Draft] {
        let counts = observations.map { ($0.place, $0.observation, FailureCounts($0.observation.execution).byBasis) }
        let failing = Set(counts.flatMap { $0.2.filter { $0.value.failed > 0 }.keys })
        return failing.sorted().map { basis in
            let measure = Measure(metric: .failureRate, unit: "%", ttft: nil, basis: basis)
            let points = counts.compactMap { place, observation, counts in
                counts[basis].flatMap { CentralValue($0) }.map { (place: place, observation: observation, value: Optional($0)) }
            }
            return Draft(key: TrajectoryKey(agent, measure), points: points)
        }
    }

    /// The wall time of agents that ran at once; `nil` where no run has one.
    private func wallTimeDraft(of agent: TrajectoryKey.Agent, _ observations: [(place: Int, observation: Observation)]) -> Draft? {
        let points = observations.compactMap { place, observation in
            observation.wallTime.map { (place: place, observation: observation, value: Optional($0)) }
        }
        let measure = Measure(metric: .wallTime, unit: "s", ttft: nil, basis: nil)
        return points.isEmpty ? nil : Draft(key: TrajectoryKey(agent, measure), points: points)
    }

    /// One draft for each measure that occurs among one agent's runs.
    private func drafts(of agent: TrajectoryKey.Agent, _ observations: [(place: Int, observation: Observation)]) -> [Draft] {
        let metrics = Set(observations.flatMap { $0.observation.execution.metrics.keys })
            .union(observations.contains { !$0.observation.execution.calls.isEmpty } ? [.ttft, .outputThroughput] : [])
        let shown = Measure.judged.filter { metrics.contains($0.base) } + metrics.filter { Metric($0) == nil }.sorted()
        return shown.flatMap { metric -> [Draft] in
            let values = observations.map { entry in
                (entry.place, entry.observation, entry.observation.comparableValue(of: metric))
            }
            var drafts: [Measure: Draft] = [:]
            for (place, observation, value) in values {
                guard let measure = observation.measure(of: metric, value) else { continue }
                drafts[measure, default: Draft(key: TrajectoryKey(agent, measure), points: [])].points
                    .append((place, observation, value))
            }
            addFailures(values, of: metric, to: &drafts)
            return drafts.values.sorted { $0.key < $1.key }
        }
    }

    /// A failed execution has no measure of its own: it leaves a gap in every history of its agent that it could have been part of.
    private func addFailures(
        _ values: [(place: Int, observation: Observation, value: CentralValue?)], of metric: MetricID, to drafts: inout [Measure: Draft]
    ) {
        for (place, observation, value) in values where observation.execution.status == .failed && observation.measure(of: metric, value) == nil {
            for measure in drafts.keys where measure.ttft == nil || measure.ttft?.definition == observation.execution.ttftDefinition {
                drafts[measure]?.points.append((place, observation, nil))
            }
        }
    }
}

extension TrajectoryBuilder {
    /// A history with its points, before anything is said of them.
    private func trajectory(id: String, of drafts: [Draft]) -> Trajectory {
        let entries = drafts.flatMap { draft in draft.points.map { (draft.key, $0) } }
            .sorted { $0.1.place < $1.1.place }
        let key = entries[entries.count - 1].0
        let points = points(entries.map { ($0.1.observation, $0.1.value) }, of: key.measure)
        return Trajectory(key: key, id: id, points: points, changes: [], seams: seams(entries.map(\.0)), unjudged: unjudged(key.measure, points))
    }

    /// Assesses every history that is judged; what a short one can't tell of its noise is learnt from its kin, the series of the same metric and
    /// suite.
    private func assessed(_ trajectories: [Trajectory]) -> [Trajectory] {
        let observations = trajectories.map { $0.unjudged == nil ? Self.observations(of: $0) : [] }
        func kinship(_ trajectory: Trajectory) -> [String] { [trajectory.key.measure.metric.rawValue, trajectory.newest?.run.suite ?? ""] }
        let places = Dictionary(grouping: trajectories.indices.filter { !observations[$0].isEmpty }) { kinship(trajectories[$0]) }
        let kin = places.mapValues { Kin(of: $0.map { observations[$0] }, rules: rules) }
        return trajectories.indices.map { index in
            guard !observations[index].isEmpty else { return trajectories[index] }
            return assessed(trajectories[index], observations[index], kin: kin[kinship(trajectories[index])])
        }
    }

    private func assessed(_ trajectory: Trajectory, _ observations: [SeriesObservation], kin: Kin?) -> Trajectory {
        var trajectory = trajectory
        let usable = trajectory.usable
        // An acknowledged run that can't be compared stands for the next one that can.
        let marked = trajectory.points.indices.compactMap { index in
            trajectory.points[index].acknowledgement.flatMap { entry in usable.first { $0 >= index }.map { (start: $0, entry: entry) } }
        }
        // Levels are told apart as finely as always, whatever size of change counts on this site.
        let own = judging.rules(for: trajectory.key.measure.metric, from: rules)
        var rules = own
        rules.leastChange = min(own.leastChange, VerdictRules.standard.leastChange)
        let accepted = Self.accepted(marked, among: Self.assessment(of: trajectory, observations, accepted: [], kin: kin, rules: rules))
        var assessment = Self.assessment(of: trajectory, observations, accepted: accepted.map(\.start), kin: kin, rules: rules)
        if let difference = assessment.difference, !difference.isLarge(own) { assessment.difference?.passes = false }
        let starts = Set(accepted.map(\.start))
        var earlier = 0
        for index in trajectory.points.indices {
            if let limits = assessment.limits[index], trajectory.points[index].state != .excluded { trajectory.points[index].limits = .init(lower: limits.lower, upper: limits.upper) }
            if starts.contains(index) { earlier = 0 }
            trajectory.points[index].earlier = earlier
            if trajectory.points[index].isUsable { earlier += 1 }
        }
        trajectory.changes = TrajectoryChange.all(in: assessment, of: usable, count: trajectory.points.count, rules: rules)
        for place in trajectory.changes.indices {
            trajectory.changes[place].acknowledgement = accepted.first { $0.start == trajectory.changes[place].start }?.entry
        }
        trajectory.assessment = assessment
        trajectory.accepted = accepted.last
        return trajectory
    }

    /// Where what was acknowledged began: whoever accepts a run in the middle of a level accepts the change that led to it.
    private static func accepted(
        _ marked: [(start: Int, entry: Acknowledgement)], among changes: @autoclosure () -> Assessment
    ) -> [(start: Int, entry: Acknowledgement)] {
        guard !marked.isEmpty else { return [] }
        let starts = changes().changes.map(\.start)
        return marked.map { entry in (starts.last { $0 <= entry.start } ?? entry.start, entry.entry) }
    }

    /// What the values say: shares of failures by exact tests of their counts, everything else by its levels and noise.
    private static func assessment(
        of trajectory: Trajectory, _ observations: [SeriesObservation], accepted: [Int], kin: Kin?, rules: VerdictRules
    ) -> Assessment {
        guard let basis = trajectory.key.measure.failureBasis else {
            return SeriesAssessment.assess(observations, accepted: accepted, kin: kin, rules: rules)
        }
        let attempts = trajectory.points.map { $0.isUsable ? FailureCounts($0.observation.execution).byBasis[basis] : nil }
        return FailureAssessment.assess(attempts, accepted: accepted, rules: rules).inPercent
    }

    private static func observations(of trajectory: Trajectory) -> [SeriesObservation] {
        trajectory.points.map { point in
            SeriesObservation(
                value: point.value?.value ?? 0, varianceFactor: point.varianceFactor,
                hours: point.run.startedAt.map { Double($0.orderKey) / 3.6e12 }, isUsable: point.isUsable)
        }
    }

    private func points(_ entries: [(Observation, CentralValue?)], of measure: Measure) -> [TrajectoryPoint] {
        let metric = measure.metric
        let isDated = entries.contains { $0.0.run.startedAt != nil }
        var points = entries.map { observation, value in
            TrajectoryPoint(
                observation: observation, value: value,
                cold: metric == .ttft ? observation.execution.coldValues(of: metric) : [],
                state: state(of: observation, value, metric, among: isDated), version: RunVersion(observation),
                acknowledgement: acknowledged.first { $0.covers(observation, metric) }, exclusion: observation.exclusion(of: metric))
        }
        if measure.failureBasis != nil {
            // A test of shares knows how much each run tried; a run that failed is what it is about.
            for index in points.indices where points[index].state == .comparable {
                points[index].isUsable = true
                if measure.failureBasis == .runs, points[index].observation.execution.status == .failed { points[index].state = .failed }
            }
            return points
        }
        // A rate of 0 beside others is what a run has that came to nothing.
        if measure.direction == .higherIsBetter, points.contains(where: { ($0.value?.value ?? 0) > 0 }) {
            for index in points.indices where points[index].state == .comparable && points[index].value?.value == 0 { points[index].state = .failed }
        }
        let usual = UsualCalls(points.filter { $0.state != .excluded })
        for index in points.indices where points[index].state == .comparable {
            points[index].isUsable = true
            if usual.isThin(points[index]) {
                points[index].state = .thin
                points[index].isUsable = usual.isShortOfCallsAlone(points[index])
            }
            if points[index].isUsable { points[index].varianceFactor = usual.varianceFactor(of: points[index]) }
        }
        return points
    }

    private func state(
        of observation: Observation, _ value: CentralValue?, _ metric: MetricID, among isDated: Bool
    ) -> TrajectoryPoint.State {
        if observation.exclusion(of: metric) != nil { return .excluded }
        let isOfOther = mainBranch.map { main in observation.branch.map { $0 != main } ?? false } ?? false
        // That a run of another branch failed says nothing of the history either.
        if value == nil { return observation.execution.status != .failed ? .unmeasured : isOfOther ? .otherBranch : .failed }
        if observation.isInvalid { return .invalid }
        if isDated, observation.run.startedAt == nil { return .undated }
        if isOfOther { return .otherBranch }
        return .comparable
    }

    private func unjudged(_ measure: Measure, _ points: [TrajectoryPoint]) -> Trajectory.Unjudged? {
        if measure.direction == .neither { return .noDirection }
        if points.allSatisfy({ $0.observation.run.startedAt == nil }) { return .undated }
        let statistics = Set(points.compactMap { $0.value?.statistic })
        return measure.ttft.flatMap { $0.isWarm || statistics != [.mean] ? nil : .means(of: $0.population) }
    }

    private func seams(_ keys: [TrajectoryKey]) -> [Trajectory.Seam] {
        keys.indices.dropFirst().filter { keys[$0] != keys[$0 - 1] }.map { index in
            Trajectory.Seam(
                start: index,
                reason: edits.destination(of: keys[index - 1]).reason ?? edits.destination(of: keys[index]).reason ?? "renamed in series.toml")
        }
    }
}

extension TrajectoryKey.Agent {
    init(_ key: SeriesKey) {
        self.init(configuration: key.configuration, scenario: key.scenario, slot: key.slot, program: key.program)
    }
}

extension Observation {
    /// The value that stands for the execution among others; what a failed one measured before it failed is not compared.
    func comparableValue(of metric: MetricID) -> CentralValue? {
        execution.status == .failed ? nil : execution.centralValue(of: metric)
    }

    /// What a value that the execution has of a metric is of.
    func measure(of metric: MetricID) -> Measure {
        let unit = execution.metrics[metric.base]?.unit ?? Metric(metric)?.unit ?? ""
        return Measure(metric: metric, unit: unit, ttft: metric.base == .ttft ? TTFTKind(self) : nil, basis: basis(of: metric))
    }

    /// What the execution's value of a metric is of; `nil` where it has neither a value nor a cold call.
    func measure(of metric: MetricID, _ value: CentralValue?) -> Measure? {
        guard value != nil || (metric == .ttft && execution.knownCalls.contains { $0.ttft != nil && $0.error == nil }) else { return nil }
        return measure(of: metric)
    }
}
