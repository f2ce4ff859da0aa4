/// A row of a block of printed results: a known label at the end of what stands before the last colon, and the figure behind it.
struct PrintedRow {
    /// In lower case, without the unit in parentheses.
    var label: String
    var value: String
    /// What stands before the label.
    var prefix: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
        guard let colon = line.lastIndex(of: UInt8(ascii: ":")) else { return nil }
        var text = line[..<colon].trimmed
        // Only what stands last in parentheses is a unit; tokens that were counted again are another row.
        if text.last == UInt8(ascii: ")"), let unit = text.lastIndex(of: UInt8(ascii: "(")), !text[unit...].equals("(retokenized)") {
            text = text[..<unit].trimmed
        }
        var starts: [Int] = []
        for index in text.indices.reversed() where index == text.startIndex || text[index - 1] == 0x20 || text[index - 1] == 0x09 {
            if text[index] != 0x20, text[index] != 0x09 { starts.append(index) }
            if starts.count == Self.mostWords { break }
        }
        for start in starts.reversed() {
            let label = text[start...].string.lowercased()
            guard Self.isKnown(label) else { continue }
            self.label = label
            value = line[(colon + 1)...].trimmed.string
            prefix = line[..<start]
            return
        }
        return nil
    }

    private static let mostWords = 5

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
        let isStatistic =
            ["mean", "median", "std"].contains(statistic)
            || statistic.hasPrefix("p") && RecordedFigure.value(of: String(statistic.dropFirst())) != nil
        return isStatistic && latencies.contains(String(label[label.index(after: blank)...]))
    }
}
