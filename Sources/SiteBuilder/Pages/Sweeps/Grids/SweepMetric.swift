import AgentRuns
import Charts

/// One of the two metrics that a sweep is about.
enum SweepMetric: Sendable, CaseIterable {
    case throughput, ttft

    var figure: KeyPath<SweepFigures, Double?> {
        switch self {
        case .throughput: \.throughput
        case .ttft: \.ttft
        }
    }

    var name: String {
        switch self {
        case .throughput: "Output throughput"
        case .ttft: "TTFT"
        }
    }

    var quantity: Quantity {
        switch self {
        case .throughput: .tokensPerSecond
        case .ttft: .milliseconds
        }
    }

    var higherIsBetter: Bool { self == .throughput }

    func statistics(in sweep: Sweep) -> Set<CentralValue.Statistic> {
        switch self {
        case .throughput: sweep.throughputStatistics
        case .ttft: sweep.ttftStatistics
        }
    }

    /// `Output throughput`; `TTFT, warm`; what is of cold and warm calls together says so.
    func heading(in sweep: Sweep) -> String {
        if statistics(in: sweep).contains(.warmMedian) { return self == .ttft ? "\(name), warm" : name }
        if self == .ttft, sweep.kind.isWarm { return "\(name), warm" }
        // The short name, so that the heading keeps to the line of the one beside it.
        let population = sweep.kind.isWarm ? TTFTKind.Population.mixed : sweep.kind.population
        return "\(self == .ttft ? name : "Throughput"), \(population.name)"
    }
}
