/// What a fact about an execution is about, and so what it means for comparing: whether two values measured under different ones may share a series.
public enum Facet: String, Sendable, Hashable, CaseIterable {
    /// Who was measured: program, scenario, slot, model.
    case subject
    /// The work that was asked for: lengths, loads, data sets.
    case workload
    /// How it was set up: sampling and server options, back end, language, and every setting that has no row in the table.
    case configuration
    /// Where it ran.
    case environment
    /// What a history runs over: builds, commits, versions.
    case version
    /// How much was measured, which makes a figure surer and not another.
    case amount
    /// What came of it, though the source writes it among the settings.
    case outcome

    /// Whether executions that differ in it are different series.
    public var isInKey: Bool {
        switch self {
        case .subject, .workload, .configuration, .environment: true
        case .version, .amount, .outcome: false
        }
    }
}
