import AgentRuns
import RunStatistics

/// Executions that were measured over a grid of options: of one suite, scenario, model and program, with one kind of TTFT.
struct Sweep: Sendable {
    /// A sweep has at least this many measured configurations, in which at least `leastOptions` options take several values.
    static let leastConfigurations = 4
    static let leastOptions = 2

    let plan: SweepPlan
    /// The agent whose configurations these are; `nil` where the slots are labels of the configurations.
    let slot: String?
    let kind: TTFTKind
    /// What varies, in the order in which options are shown.
    let options: [SweepOption]
    /// In numeric order of the options.
    let configurations: [SweepConfiguration]
    /// What the values of throughput and TTFT are; none but warm medians, or no warm median at all.
    let throughputStatistics: Set<CentralValue.Statistic>
    let ttftStatistics: Set<CentralValue.Statistic>
    /// How many executions have a throughput that could not stand beside the others, because it is over cold and warm calls together.
    let leftOut: Int
    /// The page's path below `sweeps/`, without the ending.
    var slug = ""

    /// - Parameter executions: of one plan, oldest first.
    /// - Returns: `nil` where they do not make a sweep.
    init?(_ executions: [Observation], plan: SweepPlan, slot: String?, kind: TTFTKind) {
        let readings = executions.map { SweepReading($0) }
        let throughputIsWarm = readings.contains { $0.throughput?.statistic == .warmMedian }
        let figures = readings.map { $0.figures(ttftIsWarm: kind.isWarm, throughputIsWarm: throughputIsWarm) }
        let measured = Set(
            executions.indices.filter { figures[$0].isMeasured || readings[$0].cold.isMeasured }.map { executions[$0].series.configuration })
        guard measured.count >= Self.leastConfigurations, SweepOption.varied(over: measured.map(\.options)).count >= Self.leastOptions else {
            return nil
        }
        let options = SweepOption.varied(over: executions.map(\.series.configuration.options))
        self.plan = plan
        self.slot = slot
        self.kind = kind
        self.options = options
        configurations = Dictionary(grouping: executions.indices) { executions[$0].series.configuration }.sorted { $0.key < $1.key }.map {
            configuration, places in
            SweepConfiguration(
                configuration: configuration, values: options.compactMap { configuration.options[$0.name] },
                executions: places.map { executions[$0] }, figures: places.map { figures[$0] }, coldFigures: places.map { readings[$0].cold })
        }
        func statistics(_ figure: KeyPath<SweepFigures, Double?>, _ value: (SweepReading) -> CentralValue?) -> Set<CentralValue.Statistic> {
            Set(readings.indices.filter { figures[$0][keyPath: figure] != nil }.compactMap { value(readings[$0])?.statistic })
        }
        throughputStatistics = statistics(\.throughput) { $0.throughput }
        ttftStatistics = statistics(\.ttft) { $0.ttft }
        leftOut = readings.indices.count { readings[$0].throughput != nil && figures[$0].throughput == nil }
    }

    /// The runs of the sweep, each once, oldest first.
    var runs: [Run] {
        configurations.flatMap(\.executions).runs.sorted { left, right in
            let (a, b) = (left.startedAt?.orderKey ?? .min, right.startedAt?.orderKey ?? .min)
            return (a, left.id) < (b, right.id)
        }
    }

    var executions: Int { configurations.reduce(0) { $0 + $1.executions.count } }

    /// What the configurations differ in, and what they share.
    var labels: OptionLabels { OptionLabels(configurations.map(\.configuration.options)) }
}
