import AgentRuns
import Charts
import RunStatistics

extension SharedConfigurations {
    /// `over 17 shared configurations`.
    var phrase: String { Self.phrase([count]) }

    /// Of several rows: `over 16 to 17 shared configurations`.
    static func phrase(_ counts: [Int]) -> String {
        guard let least = counts.min(), let most = counts.max() else { return "" }
        return "over \(least == most ? "" : "\(counted(least)) to ")\(counted(most, "shared configuration"))"
    }

    /// How many of the outlying configurations a sentence names.
    private static let named = 3

    /// `num_gpu 60, num_ctx 4096 (×2.1) and num_gpu 80, num_ctx 512 (−3 %)`; `nil` where all changed alike.
    var outlyingPhrase: String? {
        let words = outlying.prefix(Self.named).map { "\(label(of: $0.agent)) (\(NumberFormat.ratio($0.ratio)))" }
        let rest = outlying.count - Self.named
        if rest > 0 { return words.joined(separator: ", ") + " and \(counted(rest)) more" }
        return words.count < 2 ? words.first : words.dropLast().joined(separator: ", ") + " and \(words[words.count - 1])"
    }

    /// What tells a configuration from the others: `num_gpu 60, num_ctx 4096`.
    private func label(of agent: ComparedAgent) -> String {
        varying.map { fact in agent[fact].map(fact.label) ?? "\(fact.name) \(fact.missing)" }.joined(separator: ", ")
    }
}

extension Comparison {
    /// The rows over shared configurations.
    var sharedRows: [ComparisonRow] { rows.filter { $0.shared != nil } }

    /// What changed over shared configurations, one sentence for each agent, without its full stop.
    var sharedSentences: [String] {
        let extents = sharedRows.map(labels.extent)
        let distinct = extents.indices.filter { extents[..<$0].contains(extents[$0]) == false }.map { extents[$0] }
        return distinct.flatMap { extent in
            JointReading(sharedRows.filter { labels.extent(of: $0) == extent }.map(\.finding)).sentences.map { "\($0), \(extent)" }
        }
    }

    /// Where the change differs among shared configurations: `The effect on TTFT differs in num_ctx 4096 (×2.1)`.
    var outlyingSentences: [String] {
        sharedRows.compactMap { row in
            row.shared?.outlyingPhrase.map { "The effect on \(labels.metric(of: row)) differs in \($0)" }
        }
    }
}
