/// How a run's agents stand to each other.
public enum Scenario: String, Sendable, Hashable, CaseIterable {
    case singleAgent = "single_agent"
    case baselineVsChimera = "baseline_vs_chimera"
    /// Two agents of the same model and options.
    case chimeraHomo = "chimera_homo"
    /// Two agents that differ.
    case chimeraHetero = "chimera_hetero"

    public var agentCount: Int { self == .singleAgent ? 1 : 2 }
}
