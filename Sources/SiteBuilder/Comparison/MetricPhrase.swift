import AgentRuns
import Charts

/// How a change of a metric is said in the metric's own terms.
enum MetricPhrase {
    /// The order in which metrics are said, quickness before failures.
    static let order = [
        "ttft", "ttft_cold", "tpot", "itl", "e2e_latency", "output_throughput", "total_throughput", "prompt_throughput", "request_throughput",
        "wall_time", "speedup", "failure_rate",
    ]

    /// Shares have no ratio; they are said with their counts.
    private static let shares = [
        "failure_rate": (worse: "fails more", better: "fails less"),
        "contention": (worse: "gets in its own way more", better: "gets in its own way less"),
    ]

    /// `waits 35 to 43 % longer for its first token`.
    static func phrase(_ metric: String, isWorse: Bool, _ findings: [JointReading.Finding]) -> String {
        if let words = shares[metric] {
            let word = isWorse ? words.worse : words.better
            guard findings.count == 1, let shares = findings[0].shares else { return word }
            return "\(word), \(shares.b) against \(shares.a)"
        }
        let ratios = findings.compactMap(\.ratio)
        let size = span(ratios)
        // A multiple is of the whole, and not of what was added to it: ×2.4 as long is 140 % longer.
        let isMultiple = ratios.contains { $0 > 2 }
        switch metric {
        case "ttft", "ttft_cold":
            return
                "waits \(size) \(isMultiple ? "as long" : isWorse ? "longer" : "less") \(metric == "ttft" ? "for its first token" : "after a cold start")"
        case "wall_time": return "takes \(size) \(isMultiple ? "as long" : isWorse ? "longer" : "less time")"
        case "output_throughput": return "generates \(size) \(isMultiple ? "as fast" : isWorse ? "slower" : "faster")"
        default:
            let known = Metric(MetricID(rawValue: metric))
            let name = known?.shortName ?? ComparedMetric.ofRuns.first { $0.id == metric }?.name ?? metric
            if isMultiple { return "has \(size) the \(name)" }
            if ["ms", "s"].contains(known?.unit) { return "has a \(size) \(isWorse ? "longer" : "shorter") \(name)" }
            return "has \(size) \(findings.contains { ($0.ratio ?? 1) > 1 } ? "more" : "less") \(name)"
        }
    }

    /// `43 %`, `35 to 43 %`, `×2.4`: the size of the changes without their sign.
    private static func span(_ ratios: [Double]) -> String {
        guard let least = ratios.min(by: { abs($0 - 1) < abs($1 - 1) }), let most = ratios.max(by: { abs($0 - 1) < abs($1 - 1) }) else { return "" }
        if most > 2 {
            let lower =
                least > 2
                ? NumberFormat.ratio(least) : "×\(NumberFormat(unit: NumberFormat(least, of: .count, in: .sentence).unit, decimals: 1).number(least))"
            return least == most ? NumberFormat.ratio(most) : "\(lower) to \(NumberFormat.ratio(most))"
        }
        let format = NumberFormat(abs(most - 1), of: .fraction, in: .sentence)
        let (low, high) = (format.number(abs(least - 1)), format.text(abs(most - 1)))
        return format.number(abs(most - 1)) == low ? high : "\(low) to \(high)"
    }
}

/// Small numbers in words, as they stand in a sentence.
func spelled(_ number: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words.indices.contains(number) ? words[number] : counted(number)
}
