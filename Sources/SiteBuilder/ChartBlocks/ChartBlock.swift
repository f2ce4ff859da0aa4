import AgentRuns

/// What a fenced block tagged `chart` asks for; every name in it is one that the site's runs know.
struct ChartBlock: Sendable {
    let kind: ChartBlockKind
    /// What is drawn; `nil` for kinds that draw the calls themselves.
    var metric: Metric?
    /// The second metric, of kinds that draw two.
    var against: Metric?
    var filters: [FieldFilter] = []
    /// `nil` where the writer leaves it to what varies.
    var grouping: [RunField]?
    var title: String?
    /// The first sentence of the caption.
    var description: String?

    func accepts(_ observation: Observation) -> Bool {
        filters.allSatisfy { $0.accepts(observation) }
    }
}
