import JSON

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
