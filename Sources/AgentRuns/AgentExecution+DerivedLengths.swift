extension AgentExecution {
    /// Lengths of prompts and answers that a benchmark of a server states only as totals, as the options `isl` and `osl`; empty where it names them.
    ///
    /// Tokens a request, of those that were completed, rounded to two significant digits, so that answers of a few tokens more or less are the same
    /// workload. A length that the configuration has is not derived, and nothing is where the configuration names the work otherwise, as
    /// llama-bench's tests and Chimeraforge's workloads do, or where there was one request and no load, as in an answer of Ollama. Lengths of
    /// totals that the rates of the same record contradict go by names of their own, `input_per_request` and `output_per_request`: they tell series
    /// apart, and are no work that two sides must share to be compared.
    public var derivedLengths: [String: OptionValue] {
        let options = configuration.options
        guard let completed = metrics[.requestsCompleted]?.headline, completed >= 1,
            completed > 1 || Self.loadOptions.contains(where: { options[$0] != nil }), !Self.workOptions.contains(where: { options[$0] != nil })
        else { return [:] }
        let isCertain = agreesWithRates(completed)
        var lengths: [String: OptionValue] = [:]
        for (option, doubtful, total) in Self.lengths where options[option] == nil {
            guard let tokens = metrics[total]?.headline, tokens > 0, tokens.isFinite else { continue }
            lengths[isCertain ? option : doubtful] = .number(Self.rounded(tokens / completed))
        }
        return lengths
    }

    /// Whether the tokens of an answer are the same by the totals and by the rates, as far as the record has both.
    private func agreesWithRates(_ completed: Double) -> Bool {
        guard let tokens = metrics[.outputTokens]?.headline, let perSecond = metrics[.outputThroughput]?.headline,
            let requests = metrics[.requestThroughput]?.headline, tokens > 0, perSecond > 0, requests > 0
        else { return true }
        let ratio = (tokens / completed) / (perSecond / requests)
        return (1 / Self.tolerance...Self.tolerance).contains(ratio)
    }

    /// Rates that are means of moments lie somewhat off those of the whole.
    private static let tolerance = 1.25

    private static let lengths: [(option: String, doubtful: String, total: MetricID)] = [
        ("isl", "input_per_request", .inputTokens), ("osl", "output_per_request", .outputTokens),
    ]
    /// The names that derived lengths go by.
    public static let derivedLengthOptions = Set(lengths.flatMap { [$0.option, $0.doubtful] })

    private static let loadOptions = ["concurrency", "request_rate", "num_prompts", "strategy"]
    private static let workOptions = ["n_prompt", "n_gen", "workload", "context_length"]

    /// To two significant digits, and to no less than a whole token.
    private static func rounded(_ length: Double) -> Double {
        var unit = 1.0
        while length / unit >= 99.5 { unit *= 10 }
        return max(1, (length / unit).rounded() * unit)
    }
}
