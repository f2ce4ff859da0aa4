import AgentRuns

/// What a serving tool measured at one point: one concurrency or rate, one row of a table, one call.
///
/// Holds only what belongs into a run: single fields that a format takes by name, with every unit converted. A figure that is no
/// measurement, such as a latency of 0, never gets in.
struct ServingRecord: Sendable {
    /// How the tool wrote the file; stands in the run's provenance. It begins with `J-` for data and with `T-` for what was printed or rounded.
    var dialect: String
    /// As the tool names it, without a local path.
    var model: String? { didSet { model = model.flatMap(ModelName.published) } }
    var timestamp: Timestamp?
    /// The version of the tool, where the file says it.
    var version: String?
    var ttftDefinition: TTFTDefinition
    /// How many of the calls had to load the model first; `nil` where the tool does not say.
    var coldCalls: Int?
    /// Whether prompts and generated text have rates over their own times, so that either may be above the rate of both together.
    var ratesAreOfPhases = false
    var notes: [String] = []
    private(set) var options: [String: OptionValue] = [:]
    private(set) var metrics: [MetricID: MetricSummary] = [:]
    /// The options that are settings: what a tool or its user may have set to anything.
    private(set) var settings: Set<String> = []
    /// The settings by their names in ids, as they are shown; they count where they differ within a file.
    private(set) var variants: [String: String] = [:]
    /// Settings that no version of the tool has, and whose numbers may be figures.
    private(set) var doubtful: Set<String> = []
    /// Seconds that the whole point took, where the tool says it.
    var duration: Double?

    /// A file with more results than anybody measures would fill the memory with runs.
    static let mostOfOneFile = 20_000

    init(dialect: String, ttft: TTFTDefinition = .firstChunk) {
        self.dialect = dialect
        self.ttftDefinition = ttft
    }

    /// Whether the figures were printed for reading, so that a data file of the same run says them better.
    var isPrinted: Bool { dialect.hasPrefix("T-") }

    var requestsCompleted: Int? { metrics[.requestsCompleted]?[.mean].flatMap { Int(exactly: $0) } }

    mutating func setOption(_ name: String, _ value: OptionValue) { options[name] = value }

    mutating func addSetting(_ name: String, _ value: OptionValue) {
        options[name] = value
        settings.insert(name)
    }

    mutating func doubt(_ name: String) { doubtful.insert(name) }

    mutating func dropSetting(_ name: String) {
        if settings.remove(name) != nil { options[name] = nil }
    }

    mutating func setVariant(_ name: String, _ value: String?) { variants[name] = value }
}

extension ServingRecord {
    typealias Statistic = MetricSummary.Statistic

    private static let latencyStatistics: [Statistic] = [.mean, .stddev, .p50, .p90, .p95, .p99]
    private static let central: [Statistic] = [.mean, .p50, .p95, .p99]

    /// Takes a latency's statistics; one that is not above zero is not measured, and a latency without any is left out.
    ///
    /// - Parameters:
    ///   - scale: milliseconds in the source's unit.
    ///   - figure: the source's figure for a statistic, `nil` where it has none.
    mutating func setLatency(_ id: MetricID, n: Int? = nil, scale: Double = 1, _ figure: (Statistic) -> Double?) {
        set(
            id, unit: "ms", n: n,
            figures: Self.latencyStatistics.compactMap { statistic in
                figure(statistic).map { value in (statistic, statistic == .stddev ? value : value > 0 ? value : nil, scale) }
            })
    }

    /// Takes a rate's statistics, as of a tool that keeps a rate for each request.
    mutating func setRate(_ id: MetricID, n: Int? = nil, scale: Double = 1, _ figure: (Statistic) -> Double?) {
        set(
            id, unit: Metric(id)?.unit ?? "", n: n,
            figures: Self.latencyStatistics.compactMap { statistic in
                figure(statistic).map { (statistic, $0, scale) }
            })
    }

    /// Takes a total, a count or a throughput of the whole point.
    mutating func setScalar(_ id: MetricID, _ value: Double?, n: Int? = nil) {
        guard let value else { return }
        set(id, unit: Metric(id)?.unit ?? "", n: n, figures: [(.mean, value, 1)])
    }

    private mutating func set(_ id: MetricID, unit: String, n: Int?, figures: [(statistic: Statistic, value: Double?, scale: Double)]) {
        var summary = MetricSummary(unit: unit, n: n)
        for (statistic, value, scale) in figures {
            // Dividing by a power of ten keeps the digits that the source wrote; multiplying by its inverse does not.
            let scaled = value.map { scale < 1 ? $0 / (1 / scale).rounded() : $0 * scale }
            summary[statistic] = scaled.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        }
        if Self.central.contains(where: { summary[$0] != nil }) { metrics[id] = summary }
    }

    /// Takes a figure that a source has under a name of its own; one that is there already stays.
    mutating func setFigure(_ figure: NamedFigure) {
        guard metrics[figure.metric] == nil else { return }
        set(
            figure.metric, unit: figure.unit, n: nil,
            figures: [(.mean, figure.mean, 1)] + (figure.deviation.map { [(.stddev, $0, 1)] } ?? []))
    }

    /// Leaves out statistics that cannot be, all of them where none is named, and says why.
    mutating func leaveOut(_ metric: MetricID, _ statistics: [Statistic]? = nil, because reason: String) {
        guard var summary = metrics[metric] else { return }
        for statistic in statistics ?? Statistic.allCases where summary[statistic] != nil { summary[statistic] = nil }
        metrics[metric] = Self.central.contains { summary[$0] != nil } ? summary : nil
        let what = statistics.map { " (\($0.map(\.rawValue).joined(separator: ", ")))" } ?? ""
        notes.append("\(Metric(metric)?.name ?? metric.rawValue)\(what) is left out: \(reason).")
    }

    /// Where not one request was completed, nothing but the counts is a measurement.
    mutating func dropFiguresOfNothing() {
        guard metrics[.requestsCompleted]?[.mean] == 0 else { return }
        metrics = metrics.filter { $0.key == .requestsCompleted || $0.key == .requestsFailed }
    }
}
