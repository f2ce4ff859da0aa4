import AgentRuns
import JSON

/// Single fields of a recorded object; what is no data gives `nil`.
extension JSON {
    func figure(_ key: String) -> Double? {
        guard let member = self[key], let number = member.number, number.isFinite else { return nil }
        return number
    }

    /// A whole number that is not negative.
    func count(_ key: String) -> Int? {
        guard let member = self[key], let count = member.integer, count >= 0 else { return nil }
        return count
    }

    /// Text that says something.
    func word(_ key: String) -> String? {
        guard let member = self[key], let word = member.string, !word.isEmpty, word != "N/A" else { return nil }
        return word
    }

    /// A request rate, which may be unlimited.
    func rate(_ key: String) -> OptionValue? {
        guard let member = self[key] else { return nil }
        if let number = member.number { return number.isFinite ? .number(number) : number == .infinity ? .text("inf") : nil }
        return member.string == "inf" ? .text("inf") : nil
    }

    /// A statistic of a metric whose keys begin with the statistic: `mean_ttft_ms`, `p99_ttft_ms`; the median goes by that name, too.
    func figure(_ statistic: MetricSummary.Statistic, of name: String) -> Double? {
        switch statistic {
        case .mean: figure("mean_\(name)")
        case .stddev: figure("std_\(name)")
        case .p50: figure("p50_\(name)") ?? figure("median_\(name)")
        default: figure("\(statistic.rawValue)_\(name)")
        }
    }

    /// Whether the object has all of these keys.
    func has(_ keys: Set<String>) -> Bool {
        guard let members else { return false }
        return members.count >= keys.count && members.count(where: { keys.contains($0.key) }) == keys.count
    }

    /// The first of these keys that has no number where a number is needed.
    func firstMissing(_ keys: [String]) -> String? { keys.first { figure($0) == nil } }
}
