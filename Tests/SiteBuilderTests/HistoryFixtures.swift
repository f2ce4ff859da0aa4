import AgentRuns

@testable import SiteBuilder

/// Runs of one agent for tests of histories and comparisons: each value is the TTFT of every warm call of a run.
enum History {
    static func run(
        _ number: Int, suite: String = "s", slot: String = "insight", ttft: Double?, throughput: Double = 40, calls: Int = 2, cold: Double? = nil,
        options: [String: OptionValue] = ["num_ctx": .number(512)], definition: TTFTDefinition = .firstChunk, mean: Double? = nil
    ) -> Run {
        var made: [Call] = []
        if let cold { made.append(Call(stage: "analysis", ttft: cold, load: cold - 100, throughput: throughput, cold: true)) }
        if let ttft {
            made += (0..<calls).map {
                Call(stage: $0.isMultiple(of: 2) ? "report" : "analysis", ttft: ttft, load: 50, throughput: throughput, cold: false)
            }
        }
        let hasFailed = ttft == nil && cold == nil && mean == nil
        return Run(
            id: "\(suite)/run_\(number)", suite: suite, scenario: "chimera_homo",
            startedAt: Timestamp("2025-11-\(10 + number / 100)T\(pad(number % 100 / 4)):\(pad(number % 4 * 15)):00Z"),
            producer: Producer(program: "p"),
            executions: [
                AgentExecution(
                    slot: slot, model: "m", status: hasFailed ? .failed : .completed, configuration: SamplingConfiguration(options),
                    ttftDefinition: definition, metrics: mean.map { [.ttft: MetricSummary(unit: "ms", n: 2, [.mean: $0])] } ?? [:], calls: made)
            ],
            provenance: Provenance(importer: "test"))
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A series of runs around a level, with a small fixed wave as its noise.
    static func runs(_ count: Int, from first: Int = 1, around level: Double, suite: String = "s") -> [Run] {
        let wave = [0, 1.2, -0.8, 2.1, -1.7, 0.4, -0.3, 1.5, -2.2, 0.9, -1.1]
        return (0..<count).map { run(first + $0, suite: suite, ttft: level * (1 + wave[(first + $0) % wave.count] / 100)) }
    }
}

extension SiteModel {
    /// The history of a metric of the only agent there is.
    func history(of metric: MetricID = .ttft) -> Trajectory? { trajectories.first { $0.key.measure.metric == metric } }
}
