/// The places of agents in a run of the Chimera programs.
enum ChimeraSlot {
    static let collector = "collector"
    static let insight = "insight"
    static let baseline = "baseline"
    static let chimera = "chimera"

    /// The place of an agent of a two-agent run by the name that the program shows.
    static func ofMultiAgent(label: String) -> String? {
        switch label {
        case "Baseline Collector", "Chimera Agent A": collector
        case "Chimera Insight", "Chimera Agent B": insight
        default: nil
        }
    }

    /// The place that a report's file name says: `insight_report`.
    static func ofReport(stem: String) -> String? {
        [collector, insight, baseline, chimera].first { stem == "\($0)_report" }
    }
}
