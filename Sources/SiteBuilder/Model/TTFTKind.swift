import AgentRuns

/// What a TTFT figure is of: values of different kinds never share a scale, a mean or a row.
struct TTFTKind: Sendable, Hashable, Comparable {
    /// The calls that a figure is over.
    enum Population: Int, Sendable, Hashable {
        /// Calls that found the model loaded, told apart from cold ones.
        case warm
        /// Calls of which some loaded the model, or of which that is not known.
        case mixed
        /// All requests of a serving benchmark, which does not say whether the first of them found a cold server.
        case allRequests

        /// As it stands after the metric's name: `TTFT, warm`.
        var name: String {
            switch self {
            case .warm: "warm"
            case .mixed: "cold and warm together"
            case .allRequests: "all requests"
            }
        }

        /// As it stands after "over": `cold and warm calls together`.
        var calls: String {
            switch self {
            case .warm: "warm calls"
            case .mixed: "cold and warm calls together"
            case .allRequests: "all requests"
            }
        }

        /// The end of a series' id, by which its page is known.
        var slug: String {
            switch self {
            case .warm: ""
            case .mixed: "-mixed"
            case .allRequests: "-all"
            }
        }
    }

    let definition: TTFTDefinition
    let population: Population

    init(_ observation: Observation) {
        definition = observation.execution.ttftDefinition
        population =
            if observation.execution.tellsColdFromWarm {
                .warm
            } else {
                observation.run.isServingBenchmark ? .allRequests : .mixed
            }
    }

    /// Whether cold calls are told apart from warm ones, so that the figure is of warm calls alone.
    var isWarm: Bool { population == .warm }

    /// `first chunk, warm`.
    var name: String { "\(definition.shortName), \(population.name)" }

    static func < (left: TTFTKind, right: TTFTKind) -> Bool {
        (left.population.rawValue, left.definition.rawValue) < (right.population.rawValue, right.definition.rawValue)
    }
}

extension AgentExecution {
    /// Whether its TTFT is of warm calls: they are told apart from cold ones, or every call that the figure is over was warm.
    fileprivate var tellsColdFromWarm: Bool {
        knownCalls.contains { $0.cold != nil && $0.ttft != nil } || (calls.isEmpty && coldCount == 0)
    }
}
