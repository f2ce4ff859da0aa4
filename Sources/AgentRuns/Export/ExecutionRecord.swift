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

/// One run as a flat record; differences are always the second agent minus the first.
enum RunRecord {
    static let keys = [
        "run", "suite", "scenario", "run_number", "model", "timestamp", "executions", "wall_s", "sequential_s", "speedup", "efficiency",
        "contention", "throughput_delta", "ttft_delta_ms", "dialect", "sources",
    ]

    static func values(_ run: Run) -> [JSON] {
        let coordination = run.coordination
        return [
            .string(run.id), .string(run.suite), .optional(run.scenario), .optional(run.runNumber),
            run.models.isEmpty ? .null : .string(run.models.joined(separator: ", ")), .optional(run.startedAt?.text),
            .number(run.executions.count), .optional(coordination?.wall), .optional(coordination?.sequential), .optional(coordination?.speedup),
            .optional(coordination?.efficiency), .optional(coordination?.contention), .optional(run.difference(of: .outputThroughput)),
            .optional(run.difference(of: .ttft)), .optional(run.provenance.dialect),
            .array(run.provenance.sources.map { .string($0.path) }),
        ]
    }
}

/// One call as a flat record, with the keys of a run file's calls.
enum CallRecord {
    static let keys = [
        "run", "slot", "index", "stage", "timestamp", "ttft_ms", "load_ms", "prompt_eval_ms", "eval_ms", "total_ms", "prompt_tokens",
        "output_tokens", "throughput", "cold", "error", "repetition", "prompt",
    ]

    static func values(_ call: Call, index: Int, execution: AgentExecution, run: Run) -> [JSON] {
        let call = call.json
        return [.string(run.id), .string(execution.slot), .number(index)] + keys.dropFirst(3).map { call[$0] ?? .null }
    }
}
