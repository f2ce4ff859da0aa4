import AgentRuns

extension ServingRecord {
    /// What tells a record from the others of its file: the load, or the test.
    var label: String {
        let parts = [
            ("concurrency", "c"), ("request_rate", "rate-"), ("n_prompt", "pp"), ("n_gen", "tg"), ("n_depth", "d"), ("context_length", "ctx"),
        ]
        let named = parts.compactMap { option, prefix in
            options[option].flatMap { value in value == .number(0) ? nil : prefix + value.description }
        }
        return named.isEmpty ? "record" : named.joined(separator: "-")
    }

    /// Whether another record is of the same run and holds its figures with more digits.
    ///
    /// Everything that both say must agree: model, time where it has the same zone, options, counts, and every mean after rounding to two decimals. That must include a
    /// latency or a throughput, because counts alone agree by chance.
    func isRestated(by other: ServingRecord) -> Bool {
        func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool { left == nil || right == nil || left == right }
        let zones = [timestamp?.zone, other.timestamp?.zone]
        guard agree(model, other.model), zones[0] != zones[1] || agree(timestamp, other.timestamp),
            options.allSatisfy({ option in agree(option.value, other.options[option.key]) })
        else { return false }
        var measured = 0
        for (id, summary) in metrics {
            guard let printed = summary[.mean], let full = other.metrics[id]?[.mean] else { continue }
            guard abs(printed - full) <= 0.005 + 1e-9 * abs(full) else { return false }
            if summary.unit != "tokens", summary.unit != "requests" { measured += 1 }
        }
        return measured >= 2
    }
}
