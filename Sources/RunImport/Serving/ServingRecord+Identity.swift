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
    /// Everything that both say must agree: model, time where it has the same zone, options, settings, and every statistic after rounding to two
    /// decimals. Among the statistics must be latencies or throughputs with enough digits, because counts and small figures agree by chance.
    func isRestated(by other: ServingRecord) -> Bool {
        func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool { left == nil || right == nil || left == right }
        let zones = [timestamp?.zone, other.timestamp?.zone]
        guard agree(model, other.model), zones[0] != zones[1] || agree(timestamp, other.timestamp),
            options.allSatisfy({ option in Self.agree(option.value, other.options[option.key]) })
        else { return false }
        var evidence = 0
        for (id, summary) in metrics {
            guard let full = other.metrics[id] else { continue }
            let isCount = summary.unit == "tokens" || summary.unit == "requests"
            let rounding = summary.unit == "tokens" ? 0.5 + 0.005 * Double(other.requestsCompleted ?? 0) : 0.005
            for (statistic, printed) in summary.present {
                guard let printed, let exact = full[statistic] else { continue }
                guard abs(printed - exact) <= rounding + 1e-9 * abs(exact) else { return false }
                if !isCount, printed > 0 { evidence += printed >= 100 ? 2 : 1 }
            }
        }
        return evidence >= 2
    }

    /// Whether another record says exactly the same, at the same time, to the last figure.
    func isSame(as other: ServingRecord) -> Bool {
        timestamp != nil && timestamp == other.timestamp && dialect == other.dialect && model == other.model && options == other.options
            && metrics == other.metrics
    }

    /// Loads are printed with two decimals.
    private static func agree(_ printed: OptionValue, _ full: OptionValue?) -> Bool {
        guard let full else { return true }
        if case .number(let left) = printed, case .number(let right) = full { return abs(left - right) <= 0.005 }
        return printed == full
    }
}
