import AgentRuns
import Charts

/// What was asked of a server during one benchmark: so many requests at a time, or so many a second.
enum Load: Sendable, Hashable {
    /// The value of an option such as `concurrency`.
    case of(option: String, OptionValue)
    /// A way to send requests that has no number.
    case strategy(String)
    /// Every request at the start, without a limit to how many are in flight.
    case allAtOnce

    /// The options that say it, the first that is set being the one that counts.
    static let options = ["request_rate", "concurrency"]
    static let strategyOption = "strategy"
    /// What tools call a rate without a limit.
    private static let unlimited = OptionValue.text("inf")
    private static let unlimitedStrategy = OptionValue.text("throughput")

    private static let longestNumber = 8

    /// - Parameter options: which of the load's options count; those that are the same everywhere do not.
    init?(_ configuration: SamplingConfiguration, options: [String]) {
        if let name = options.first(where: { configuration[$0] != nil }), let value = configuration[name] {
            self = value == Self.unlimited && configuration["concurrency"] == nil ? .allAtOnce : .of(option: name, value)
        } else if let strategy = configuration[Self.strategyOption] {
            self = strategy == Self.unlimitedStrategy ? .allAtOnce : .strategy(strategy.description)
        } else {
            return nil
        }
    }

    /// `8`, `0.25`, `unlimited`, `all at once`; a strategy's own word. Rates that a tool worked out are shown to three digits.
    var value: String {
        switch self {
        case .of(_, .text("inf")): "unlimited"
        case .of(_, .number(let number)) where number.description.utf8.count > Self.longestNumber:
            NumberFormat(number, of: .other(unit: ""), in: .column).number(number)
        case .of(_, let value): value.description
        case .strategy(let word): word
        case .allAtOnce: "all at once"
        }
    }

    /// `request_rate 8`, `all at once`.
    var label: String {
        switch self {
        case .of(let option, _): "\(option) \(value)"
        case .strategy: "\(Self.strategyOption) \(value)"
        case .allAtOnce: value
        }
    }
}

extension Load: Comparable {
    /// By size within an option; what has no limit comes last.
    static func < (left: Load, right: Load) -> Bool {
        left.key < right.key
    }

    private var key: (Int, Double, String) {
        switch self {
        case .of(let option, .number(let number)): (option == "concurrency" ? 0 : 1, number, "")
        case .of(let option, let value): (option == "concurrency" ? 0 : 1, .infinity, value.description)
        case .strategy(let word): (2, .infinity, word)
        case .allAtOnce: (3, .infinity, "")
        }
    }
}
