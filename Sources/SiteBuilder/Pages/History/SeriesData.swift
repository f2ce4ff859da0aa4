import AgentRuns
import JSON

/// Every series and where it stands, as a table for other programs.
struct SeriesData {
    let model: SiteModel

    static let path = DataPath("series")

    var table: DataTable {
        DataTable(
            columns: [
                "series", "scenario", "slot", "model", "configuration", "program", "metric", "unit", "direction", "runs", "failed", "comparable",
                "changes", "newest_run", "newest", "before", "now", "verdict", "kind", "p_adjusted",
            ],
            rows: model.trajectories.map { row($0, model.standing(of: $0)) })
    }

    private func row(_ trajectory: Trajectory, _ standing: Standing?) -> [JSON] {
        let key = trajectory.key
        let newest = trajectory.points.last { $0.value != nil && $0.state != .excluded }
        return [
            .string(trajectory.id), .optional(key.scenario), .string(key.slot), .optional(key.configuration.model),
            .string(key.configuration.options.label), .optional(key.program), .string(key.measure.metric.rawValue), .string(key.measure.unit),
            .string(key.measure.direction.rawValue), .number(trajectory.runs), .number(trajectory.failures), .number(trajectory.comparable.count),
            .number(trajectory.changes.count), .optional(newest?.run.id), .optional(newest?.value?.value),
            .optional(standing?.before?.value), .optional(model.now(of: trajectory)?.value),
            .optional((model.failure(of: trajectory) ?? standing)?.judgement.verdict.rawValue), .optional(standing?.kind?.rawValue),
            .optional(standing?.judgement.pAdjusted),
        ]
    }
}
