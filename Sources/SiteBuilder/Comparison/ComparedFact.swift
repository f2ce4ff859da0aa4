import AgentRuns

/// One respect in which agents can differ.
enum ComparedFact: Sendable, Hashable {
    case program, model, scenario, slot
    /// An option or a field of the key of a series, by its id.
    case option(String)

    /// Whether it is what was asked to be done: two workloads are never held against each other.
    var isWork: Bool {
        guard case .option(let name) = self else { return false }
        return RunField.option(name).facet == .workload
    }

    /// What it is called beside a value.
    var name: String {
        switch self {
        case .program: "program"
        case .model: "model"
        case .scenario: "scenario"
        case .slot: "agent"
        case .option(let name): name
        }
    }

    /// Whether its values speak for themselves: `GPU Y`, `tokio`.
    var isSpokenAlone: Bool {
        guard case .option(let name) = self else { return true }
        return RunField.phrase(name, .text("")).isEmpty
    }

    /// Whether it was left alone where no value is known, rather than not recorded.
    var isSetting: Bool {
        guard case .option(let name) = self else { return false }
        return RunField.field(name) == nil && RunField.option(name).facet == .configuration
    }

    /// What stands for a value that is not known.
    var missing: String { isSetting ? "not set" : "not recorded" }
}

extension OptionValue {
    /// Numbers by size, then texts as people sort them, then flags; the order is total.
    func isBefore(_ other: OptionValue) -> Bool {
        if case .text(let own) = self, case .text(let others) = other { return NaturalOrder.isBefore(own, others) }
        return sortKey < other.sortKey
    }
}
