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
                "changes", "newest_run", "newest", "before", "now", "verdict", "kind", "since_run",
                "acknowledged", "p_adjusted",
            ],
            rows: model.trajectories.map(row))
    }

    private func row(_ trajectory: Trajectory) -> [JSON] {
        let (key, newest) = (trajectory.key, trajectory.newestValue)
        let said = model.answers(of: trajectory).first
        return [
            .string(trajectory.id), .optional(key.scenario), .string(key.slot), .optional(key.configuration.model),
            .string(key.configuration.options.label), .optional(key.program), .string(key.measure.metric.rawValue), .string(key.measure.unit),
            .string(key.measure.direction.rawValue), .number(trajectory.runs), .number(trajectory.failures), .number(trajectory.comparable.count),
            .number(trajectory.changes.count), .optional(newest?.run.id), .optional(newest?.value?.value),
            .optional(model.standing(of: trajectory)?.before?.value), .optional(model.now(of: trajectory)?.value),
            .optional(said?.judgement.verdict.rawValue), .optional(said?.kind?.rawValue),
            .optional(said.map { model.since($0).id }),
            .optional(said?.acknowledgement.map { $0.reason ?? "" }), .optional(said?.judgement.pAdjusted),
        ]
    }
}
