import JSON

/// One agent execution as a flat record; what `import --format tidy` reads back.
enum ExecutionRecord {
    static let keys = [
        "run", "suite", "scenario", "run_number", "slot", "agent", "model", "language", "runtime", "configuration", "timestamp", "status",
        "ttft_definition", "ttft_ms", "output_throughput", "output_tokens", "total_duration_ms", "prompt_eval_ms", "eval_ms", "load_ms",
        "calls", "cold", "metrics", "dialect", "sources", "report",
    ]

    static func values(_ execution: AgentExecution, of run: Run) -> [JSON] {
        func headline(_ metric: MetricID) -> JSON { .optional(execution.metrics[metric]?.headline) }
        let metrics = execution.metrics.sorted { $0.key < $1.key }
        return [
            .string(run.id), .string(run.suite), .optional(run.scenario), .optional(run.runNumber), .string(execution.slot),
            .optional(execution.agent), .optional(execution.model), .optional(run.producer.language), .optional(run.producer.runtime),
            execution.configuration.json, .optional(execution.timestamp?.text), .string(execution.status.rawValue),
            .string(execution.ttftDefinition.rawValue), headline(.ttft), headline(.outputThroughput), headline(.outputTokens),
            headline(.totalDuration), headline(.promptEvalDuration), headline(.evalDuration), headline(.loadDuration),
            .optional(execution.numberOfCalls), .optional(execution.numberOfColdCalls),
            .object(metrics.map { JSON.Member($0.key.rawValue, $0.value.json) }), .optional(run.provenance.dialect),
            .array(run.provenance.sources.map { .string($0.path) }), .optional(execution.report?.file),
        ]
    }
}
