import AgentRuns

/// What the values of a series are of: a metric in one unit, for TTFT what kind of TTFT, for others whose definition or of how much.
struct Measure: Sendable, Hashable {
    let metric: MetricID
    let unit: String
    /// `nil` for every metric but TTFT and its percentiles.
    let ttft: TTFTKind?
    /// `nil` for TTFT, and for metrics that every program means alike.
    let basis: MetricBasis?

    /// The metrics that have a history and are compared unless others are asked for, in the order of pages and tables.
    ///
    /// The phases of TTFT are left out, because the TTFT holds them, and so is what has no better or worse.
    static let judged: [MetricID] =
        [MetricID.ttft, .tpot, .itl, .e2eLatency].flatMap { metric in [metric] + MetricID.tails.filter { $0.of == metric }.map(\.id) } + [
            .outputThroughput, .totalThroughput, .promptThroughput, .requestThroughput,
        ]

    var name: String { Metric(metric)?.shortName ?? metric.rawValue }

    /// `TTFT, warm`; `throughput`; for TTFT of other kinds what they are.
    var label: String {
        guard let ttft else { return failureBasis.map { "\(name) of \($0.name)" } ?? name }
        return "\(name), \(ttft.population.name)"
    }

    /// What a caption says of the values: `TTFT is the time to the first chunk.`
    var sentence: String? {
        if let ttft { return "TTFT is \(ttft.definition.phrase)." }
        return basis.flatMap { basis in Metric(metric).map(basis.sentence) }
    }

    /// What failures are counted in; `nil` for every other metric.
    var failureBasis: MetricBasis? { metric == .failureRate ? basis : nil }

    /// Whether the values are shares of a whole, in per cent: they differ by points, and have no ratio.
    var isShare: Bool { metric == .failureRate }

    var direction: Metric.Direction { Metric(metric)?.direction ?? .neither }

    /// The measure as the last part of a series' id: `ttft-first_chunk`, `output_throughput`.
    var slug: String {
        guard let ttft else { return metric == .failureRate ? "\(metric.rawValue)-of-\(basis?.name ?? "")" : metric.rawValue }
        return "\(metric.rawValue)-\(ttft.definition.rawValue)\(ttft.population.slug)"
    }
}

extension Measure: Comparable {
    static func < (left: Measure, right: Measure) -> Bool {
        if left.metric != right.metric { return (left.rank, left.metric) < (right.rank, right.metric) }
        if let a = left.ttft, let b = right.ttft, a != b { return a < b }
        if let a = left.basis, let b = right.basis, a != b { return a < b }
        return left.unit < right.unit
    }

    /// Failures stand before what was measured, wall time after it.
    private var rank: Int { metric == .failureRate ? -1 : Self.judged.firstIndex(of: metric) ?? (metric == .wallTime ? .max - 1 : .max) }
}

extension Metric {
    /// As it stands inside a sentence or after an agent's name: `TTFT`, `throughput`.
    var shortName: String {
        switch id {
        case .outputThroughput: "throughput"
        case .ttft, .tpot: name
        case let id where [.ttft, .tpot].contains(id.base): name
        default: name.prefix(1).lowercased() + name.dropFirst()
        }
    }
}
