import AgentRuns
import JSON

/// The figures behind the page of a sweep over one option: a row for each run.
struct OptionSweepData {
    let sweep: OptionSweep

    var path: DataPath { DataPath("sweeps/\(sweep.slug)") }

    var table: DataTable {
        let observations = sweep.observations
        let options = Set(observations.flatMap { $0.execution.configuration.options.keys }).sorted()
        let metrics = sweep.figures.map(\.metric)
        return DataTable(
            columns: ["run", "model"] + options + metrics.flatMap { [$0.rawValue, "\($0.rawValue)_stddev"] },
            rows: observations.map { observation in
                [.string(observation.run.id), .optional(observation.execution.model)]
                    + options.map { observation.execution.configuration[$0].map(\.json) ?? .null }
                    + metrics.flatMap { metric in
                        [MetricSummary.Statistic.mean, .stddev].map { JSON.optional(observation.reported(metric, $0)) }
                    }
            })
    }
}
