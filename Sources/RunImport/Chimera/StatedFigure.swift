import AgentRuns

/// A figure that a file states about a run and that must agree with the run's own.
struct StatedFigure: Sendable, Hashable {
    enum Subject: Sendable, Hashable {
        case metric(slot: String, MetricID, MetricSummary.Statistic)
        /// Seconds.
        case wall, sequential
        case speedup
        /// In per cent.
        case efficiency
        /// The second agent's figure minus the first's, whatever sign the program prints.
        case throughputDelta, ttftDelta
    }

    var subject: Subject
    var value: Double
    /// Digits after the point; `nil` for a figure at full precision.
    var decimals: Int?

    init(_ subject: Subject, _ value: Double, decimals: Int? = nil) {
        self.subject = subject
        self.value = value
        self.decimals = decimals
    }

    /// A printed figure; `nil` where nothing was measured.
    init?(_ subject: Subject, _ printed: PrintedFigure?, negated: Bool = false) {
        guard let printed, let value = printed.value else { return nil }
        self.init(subject, negated ? -value : value, decimals: printed.decimals)
    }

    /// Whether another figure is the same at the precision at which this one is stated.
    ///
    /// - Parameter slack: how far the other figure may itself be off.
    func agrees(with other: Double, slack: Double = 0) -> Bool {
        let noise = max(abs(value), abs(other)) * 1e-9 + 1e-9
        return abs(value - other) <= halfOfLastDigit + slack + noise
    }

    private var halfOfLastDigit: Double {
        guard let decimals else { return 0 }
        let digit = (0..<abs(decimals)).reduce(1.0) { digit, _ in digit * 10 }
        return (decimals < 0 ? digit : 1 / digit) / 2
    }
}

extension StatedFigure.Subject {
    /// Whether it is the difference of two figures, each of which may have been rounded.
    var isDifference: Bool { self == .throughputDelta || self == .ttftDelta }

    /// The figure's name in a message.
    var name: String {
        switch self {
        case .metric(let slot, let metric, let statistic): "\(metric.rawValue) (\(statistic.rawValue)) of '\(slot)'"
        case .wall: "wall time"
        case .sequential: "sequential time"
        case .speedup: "speedup"
        case .efficiency: "efficiency in per cent"
        case .throughputDelta: "difference in throughput"
        case .ttftDelta: "difference in TTFT"
        }
    }
}

extension Run {
    /// The run's own figure of a subject.
    func figure(_ subject: StatedFigure.Subject) -> Double? {
        switch subject {
        case .metric(let slot, let metric, let statistic): executions.first { $0.slot == slot }?.metrics[metric]?[statistic]
        case .wall: coordination?.wall
        case .sequential: coordination?.sequential
        case .speedup: coordination?.speedup
        case .efficiency: coordination?.efficiency.map { $0 * 100 }
        case .throughputDelta: difference(of: .outputThroughput)
        case .ttftDelta: difference(of: .ttft)
        }
    }
}
