extension PrintedResults {
    /// The row of a block that a line is, if it is one.
    static func row(_ line: ArraySlice<UInt8>) -> LabelledLine? { LabelledLine(line, words: 5, isKnown: isKnown) }

    private static let labels: Set<String> = [
        "backend", "traffic request rate", "request rate configured", "maximum request concurrency", "max request concurrency",
        "successful requests", "failed requests", "benchmark duration", "total input tokens", "total generated tokens",
        "total generated tokens (retokenized)", "request throughput", "input token throughput", "output token throughput",
        "total token throughput", "total throughput",
    ]

    private static let latencies: Set<String> = ["ttft", "tpot", "itl", "e2el", "e2e latency"]

    private static func isKnown(_ label: String) -> Bool {
        if labels.contains(label) { return true }
        guard let blank = label.firstIndex(of: " ") else { return false }
        let statistic = label[..<blank]
        let isPercentile = statistic.hasPrefix("p") && RecordedFigure.value(of: String(statistic.dropFirst())) != nil
        return (isPercentile || ["mean", "median", "std"].contains(statistic)) && latencies.contains(String(label[label.index(after: blank)...]))
    }
}
