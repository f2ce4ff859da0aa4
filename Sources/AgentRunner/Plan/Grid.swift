public import JSON

/// Lists of values for some options, of which every combination is tried.
public struct Grid: Sendable, Hashable {
    public struct Axis: Sendable, Hashable {
        public var option: String
        public var values: [JSON]
        /// The slots of the agents that take the value; `nil` means all.
        public var slots: Set<String>?
    }

    public var axes: [Axis]

    /// How many combinations there are; 1 for a grid without axes, `nil` for more than an `Int` holds.
    var count: Int? {
        axes.reduce(1) { count, axis in
            guard let (product, overflow) = count?.multipliedReportingOverflow(by: axis.values.count), !overflow else { return nil }
            return product
        }
    }

    /// The agents under every combination, the last axis changing fastest.
    func laid(over agents: [Plan.Agent]) -> [[Plan.Agent]] {
        axes.reduce([agents]) { combinations, axis in
            combinations.flatMap { agents in
                axis.values.map { value in agents.map { axis.applied(value, to: $0) } }
            }
        }
    }
}

extension Grid.Axis {
    func covers(_ agent: Plan.Agent) -> Bool { slots?.contains(agent.slot) ?? true }

    fileprivate func applied(_ value: JSON, to agent: Plan.Agent) -> Plan.Agent {
        guard covers(agent) else { return agent }
        var agent = agent
        agent.options[option] = value
        return agent
    }
}
