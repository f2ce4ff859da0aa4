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

    /// The names of all options: the standard ones first, then the others in the order of their facets.
    public var names: [String] {
        let others = options.keys.filter { !Self.standardOptions.contains($0) }
        guard others.count > 1 else { return Self.standardOptions + others }
        return Self.standardOptions + others.map { (RunField.rank(of: $0), $0) }.sorted { $0 < $1 }.map(\.1)
    }

    /// `num_gpu 80, num_ctx 512, temperature 1`, or "server defaults" when nothing was set.
    public var label: String {
        let parts = names.compactMap { name in options[name].map { RunField.phrase(name, $0) } }
        return parts.isEmpty ? "server defaults" : parts.joined(separator: ", ")
    }
}
