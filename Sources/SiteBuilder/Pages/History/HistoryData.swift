import AgentRuns
import JSON

/// The figures of a series as a table: what its chart and its lists are drawn from.
struct HistoryData {
    let trajectory: Trajectory

    var path: DataPath { DataPath("history/\(trajectory.id)") }

    var table: DataTable {
        DataTable(
            columns: [
                "run", "timestamp", "version", "branch", "slot", "metric", "unit", "state", "value", "statistic", "n", "cold", "earlier_runs",
                "lower_limit",
                "upper_limit", "center", "ratio", "p", "verdict", "change", "acknowledged", "excluded",
            ],
            rows: trajectory.points.indices.map { row($0) })
    }

    private func row(_ index: Int) -> [JSON] {
        let point = trajectory.points[index]
        let change = trajectory.changes.first { $0.start == index }
        return [
            .string(point.run.id), .optional(point.run.startedAt?.text), .optional(point.version?.label), .optional(point.observation.branch),
            .string(trajectory.key.slot),
            .string(trajectory.key.measure.metric.rawValue), .string(trajectory.key.measure.unit), .string(point.state.rawValue),
            .optional(point.value?.value), .optional(point.value?.statistic.name), .optional(point.value?.n),
            .array(point.cold.map(JSON.number)), .number(point.earlier), .optional(point.limits?.lower), .optional(point.limits?.upper),
            .optional(point.limits?.center), .optional(point.ratio), .optional(change?.p),
            .optional(point.verdict?.rawValue), .optional(change?.number), .optional(point.acknowledgement.map { $0.reason ?? "" }),
            .optional(point.exclusion?.reason),
        ]
    }
}
