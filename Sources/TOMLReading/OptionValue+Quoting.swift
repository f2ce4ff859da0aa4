public import AgentRuns

extension OptionValue {
    /// As a message shows it: text in quotation marks, and no more of it than a line holds.
    public var quoted: String {
        guard case .text(let text) = self else { return description }
        return "'\(text.count > Self.longestQuote ? text.prefix(Self.longestQuote) + "…" : text[...])'"
    }

    private static let longestQuote = 80
}
