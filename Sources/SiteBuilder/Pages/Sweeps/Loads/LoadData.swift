import AgentRuns
import JSON

/// The figures behind the page of a sweep over load: a row for each run.
struct LoadData {
    let sweep: LoadSweep

    var path: DataPath { DataPath("sweeps/\(sweep.slug)") }

    private static let scalars: [MetricID] = [
        .outputThroughput, .totalThroughput, .promptThroughput, .requestThroughput, .requestsCompleted, .requestsFailed,
    ]
    private static let statistics: [MetricSummary.Statistic] = [.mean, .stddev, .p50, .p90, .p95, .p99]

    var table: DataTable {
        let options = Set(sweep.observations.flatMap { $0.execution.configuration.options.keys }).sorted()
        let latencies = sweep.latencies.flatMap { latency in Self.statistics.map { (latency.metric, $0) } }
            .filter { metric, statistic in sweep.observations.contains { $0.reported(metric, statistic) != nil } }
        let scalars = Self.scalars.filter { metric in sweep.observations.contains { $0.reported(metric, .mean) != nil } }
        let fronts = sweep.latencies.map(sweep.front)
        return DataTable(
            columns: ["run", "model"] + options + scalars.map(\.rawValue) + latencies.map { "\($0.0.rawValue)_\($0.1.rawValue)_ms" }
                + sweep.latencies.map { "on_front_of_\($0.metric.rawValue)" },
            rows: sweep.places.flatMap { place in
                sweep.point(at: place).observations.map { observation in
                    [.string(observation.run.id), .optional(observation.execution.model)]
                        + options.map { observation.execution.configuration[$0].map(\.json) ?? .null }
                        + scalars.map { .optional(observation.reported($0, .mean)) }
                        + latencies.map { .optional(observation.reported($0.0, $0.1)) } + fronts.map { .bool($0.contains(place)) }
                }
            })
    }
}
