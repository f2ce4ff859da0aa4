import AgentRuns
import JSON

/// An option whose values a plan checks before anything is run; every other option goes to the server as it is.
struct PlanOption: Sendable {
    let name: String
    /// As it stands in a run's id, with the value behind it.
    let short: String
    let isWhole: Bool
    let range: ClosedRange<Double>
    /// The values in words, after "must be".
    let phrase: String

    /// In the order in which they stand in an id.
    static let all = [
        PlanOption(name: "num_gpu", short: "gpu", isWhole: true, range: -1...100_000, phrase: "a whole number from -1 up"),
        PlanOption(name: "num_ctx", short: "ctx", isWhole: true, range: 1...100_000_000, phrase: "a whole number from 1 up"),
        PlanOption(name: "temperature", short: "temp", isWhole: false, range: 0...100, phrase: "a number from 0 up"),
        PlanOption(name: "top_p", short: "topp", isWhole: false, range: 0...1, phrase: "a number from 0 to 1"),
        PlanOption(name: "top_k", short: "topk", isWhole: true, range: 0...1_000_000, phrase: "a whole number from 0 up"),
        PlanOption(name: "repeat_penalty", short: "rep", isWhole: false, range: 0...100, phrase: "a number from 0 up"),
        PlanOption(name: "seed", short: "seed", isWhole: true, range: -0x1p52...0x1p52, phrase: "a whole number"),
        // Ollama's -1 is no limit, and its -2 is what the context has room for.
        PlanOption(name: "num_predict", short: "num_predict=", isWhole: true, range: -2...100_000_000, phrase: "a whole number from -2 up"),
    ]

    static func named(_ name: String) -> PlanOption? { all.first { $0.name == name } }

    func accepts(_ value: JSON) -> Bool {
        guard let number = value.number, range.contains(number) else { return false }
        return !isWhole || number == number.rounded()
    }
}
