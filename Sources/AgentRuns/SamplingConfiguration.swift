/// The sampling and server options of an execution. An option without a value was left to the server.
public struct SamplingConfiguration: Sendable, Hashable {
    /// The options that every configuration lists, set or not, in the order in which they are shown.
    public static let standardOptions = ["num_gpu", "num_ctx", "temperature", "top_p", "top_k", "repeat_penalty"]

    /// The options that were set.
    public private(set) var options: [String: OptionValue]

    public init(_ options: [String: OptionValue] = [:]) {
        self.options = options
    }

    public subscript(option: String) -> OptionValue? {
        get { options[option] }
        set { options[option] = newValue }
    }

    /// The names of all options: the standard ones first, then the others by name.
    public var names: [String] {
        Self.standardOptions + options.keys.filter { !Self.standardOptions.contains($0) }.sorted()
    }

    /// `num_gpu 80, num_ctx 512, temperature 1`, or "server defaults" when nothing was set.
    public var label: String {
        let parts = names.compactMap { name in options[name].map { "\(name) \($0)" } }
        return parts.isEmpty ? "server defaults" : parts.joined(separator: ", ")
    }
}

/// The value of one option.
public enum OptionValue: Sendable, Hashable {
    case number(Double)
    case text(String)
    case flag(Bool)

    /// A number that a 32-bit float writer widened, as the shortest number that the writer can have meant.
    ///
    /// `0.800000011920929` is the 64-bit form of the 32-bit `0.8`; a number that is no 32-bit float is kept as it is.
    public static func widened(_ value: Double) -> OptionValue {
        let narrow = Float(value)
        guard Double(narrow) == value, let meant = Double(narrow.description) else { return .number(value) }
        return .number(meant)
    }
}

extension OptionValue: CustomStringConvertible {
    public var description: String {
        switch self {
        case .number(let value): Int(exactly: value).map(String.init) ?? value.description
        case .text(let value): value
        case .flag(let value): String(value)
        }
    }
}
