/// The kinds of run of the Chimera programs.
enum ChimeraScenario {
    static let single = "single_agent"

    /// What the label alone tells: only the two agents of a baseline run have labels of their own.
    static func of(label: String) -> String? {
        ["Baseline Collector", "Chimera Insight"].contains(label) ? "baseline_vs_chimera" : nil
    }

    /// The scenario that a folder's name begins with, the innermost first.
    static func ofFolder(_ folder: Place) -> String? {
        let scenarios = ["baseline_vs_chimera", "chimera_homo", "chimera_hetero"]
        for part in folder.parts.reversed() {
            let name = part.lowercased().replacing("-", with: "_")
            if let scenario = scenarios.first(where: { name.hasPrefix($0) }) { return scenario }
        }
        return nil
    }
}
