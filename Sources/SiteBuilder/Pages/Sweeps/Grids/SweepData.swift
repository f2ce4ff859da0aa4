import AgentRuns
import Charts
import JSON

/// The figures behind a sweep's page: a row for each execution and each kind of its calls.
struct SweepData {
    let sweep: Sweep

    var path: DataPath { DataPath("sweeps/\(sweep.slug)") }

    func links(from page: PagePath) -> [ChartLink] {
        [ChartLink("CSV", href: page.link(to: path.csv)), ChartLink("JSON", href: page.link(to: path.json))]
    }

    var table: DataTable {
        DataTable(
            columns: ["run", "slot", "model"] + sweep.options.map(\.name) + [
                "calls", "output_throughput", "ttft_ms", "load_ms", "prompt_eval_ms", "output_tokens", "status", "error", "on_front",
            ],
            rows: rows)
    }

    private var rows: [[JSON]] {
        let front = sweep.front
        let own = SweepWords(sweep: sweep).own
        return sweep.configurations.flatMap { configuration in
            let isOnFront = front.contains(configuration.configuration)
            return configuration.executions.indices.flatMap { index in
                let populations = [(own, configuration.figures[index]), (.cold, configuration.coldFigures[index])]
                let measured = populations.filter { $0.1.isMeasured }
                return measured.isEmpty
                    ? [row(of: configuration, index, nil, SweepFigures(), isOnFront: false)]
                    : measured.map { row(of: configuration, index, $0.0, $0.1, isOnFront: isOnFront && $0.0 != .cold) }
            }
        }
    }

    private func row(
        of configuration: SweepConfiguration, _ index: Int, _ population: SweepRow.Population?, _ figures: SweepFigures, isOnFront: Bool
    ) -> [JSON] {
        let observation = configuration.executions[index]
        return [.string(observation.run.id), .string(observation.execution.slot), .optional(observation.execution.model)]
            + configuration.values.map(\.json) + [
                .optional(population?.rawValue), .optional(figures.throughput), .optional(figures.ttft), .optional(figures.load),
                .optional(figures.promptEval), .optional(figures.outputTokens), .string(observation.exclusion == nil ? observation.execution.status.rawValue : "excluded"),
                .optional(observation.execution.cause), .bool(isOnFront),
            ]
    }
}
