import AgentRuns
import JSON

/// The series that stand out, as a table for other programs.
struct ChangeData {
    let model: SiteModel

    static let path = DataPath("changes")

    var table: DataTable {
        DataTable(
            columns: [
                "series", "scenario", "slot", "model", "metric", "unit", "verdict", "kind", "acknowledged", "since_run", "since", "runs_since",
                "before",
                "before_n", "now", "ratio", "lower", "upper", "p", "p_adjusted",
            ],
            rows: model.standouts.map(row))
    }

    private func row(_ standing: Standing) -> [JSON] {
        let trajectory = model.trajectories[standing.trajectory]
        let (key, since) = (trajectory.key, trajectory.points[standing.since].run)
        let (before, now, interval) = (standing.before, standing.now, standing.difference?.interval)
        return [
            .string(trajectory.id), .optional(key.scenario), .string(key.slot), .optional(key.configuration.model),
            .string(key.measure.metric.rawValue), .string(key.measure.unit), .string(standing.judgement.verdict.rawValue),
            .optional(standing.kind?.rawValue),
            .optional(standing.acknowledgement.map { $0.reason ?? "" }), .string(since.id), .optional(since.startedAt?.text),
            .number(standing.runsSince), .optional(before?.value), .optional(before?.n), .optional(now?.value),
            .optional(standing.difference?.ratio), .optional(interval?.lower), .optional(interval?.upper), .optional(standing.difference?.p),
            .optional(standing.judgement.pAdjusted),
        ]
    }
}
