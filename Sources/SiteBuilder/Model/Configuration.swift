import AgentRuns

/// A model with the options that it ran under: what runs are compared across.
struct Configuration: Sendable, Hashable {
    let model: String?
    let options: SamplingConfiguration

    init(model: String?, options: SamplingConfiguration) {
        self.model = model
        self.options = options
    }

    /// The model's name, or what stands for one that no source gives.
    var modelName: String { model ?? Self.unnamedModel }

    static let unnamedModel = "model not recorded"
}

extension Configuration: Comparable {
    /// By model, then by the options in numeric order; fewer options come first.
    static func < (left: Configuration, right: Configuration) -> Bool {
        if left.modelName != right.modelName { return left.modelName < right.modelName }
        for name in Set(left.options.options.keys).union(right.options.options.keys).sorted(by: Self.optionOrder) {
            switch (left.options[name], right.options[name]) {
            case (nil, .some): return true
            case (.some, nil): return false
            case (.number(let a)?, .number(let b)?) where a != b: return a < b
            case (let a?, let b?) where a != b:
                return a.kind == b.kind ? NaturalOrder.isBefore(a.description, b.description) : a.kind < b.kind
            default: continue
            }
        }
        return false
    }

    private static func optionOrder(_ left: String, _ right: String) -> Bool {
        let rank = { (name: String) in SamplingConfiguration.standardOptions.firstIndex(of: name) ?? .max }
        return (rank(left), left) < (rank(right), right)
    }
}

extension OptionValue {
    /// Puts values of one kind together, so that the order is total: the text "512" and the number 512 are two values.
    fileprivate var kind: Int {
        switch self {
        case .number: 0
        case .text: 1
        case .flag: 2
        }
    }
}
