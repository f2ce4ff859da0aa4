import AgentRuns
import JSON

/// Single fields of a recorded object; what is no data gives `nil`.
extension JSON {
    func figure(_ key: String) -> Double? {
        self[key]?.number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number that is not negative.
    func count(_ key: String) -> Int? {
        self[key]?.integer.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// Text that says something.
    func word(_ key: String) -> String? {
        self[key]?.string.flatMap { $0.isEmpty || $0 == "N/A" ? nil : $0 }
    }

    /// A request rate, which may be unlimited.
    func rate(_ key: String) -> OptionValue? {
        if let number = self[key]?.number { return number.isFinite ? .number(number) : .text("inf") }
        guard let text = self[key]?.string else { return nil }
        return text == "inf" ? .text("inf") : nil
    }

    /// Whether the object has all of these keys.
    func has(_ keys: Set<String>) -> Bool {
        guard let members else { return false }
        return members.count >= keys.count && members.count(where: { keys.contains($0.key) }) == keys.count
    }

    /// The first of these keys that has no number where a number is needed.
    func firstMissing(_ keys: [String]) -> String? { keys.first { figure($0) == nil } }
}
