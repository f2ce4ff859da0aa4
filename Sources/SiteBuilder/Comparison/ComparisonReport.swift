import AgentRuns
public import Diagnostics

/// The answer of `sitegen compare`: a comparison that can be written in several formats, or why there is none.
public struct ComparisonReport: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case text, json, markdown, html
    }

    public enum Question: Sendable {
        case pair(String, String)
        /// The newest run of every series against its history.
        case latest
    }

    /// What is wrong with the content or the question.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Whether a side or a metric was asked for that does not exist.
    public internal(set) var hasUnknownNames = false
    var comparison: Comparison?

    /// The comparison in a format; `nil` where there is none.
    ///
    /// - Parameter width: how many columns lines of text may take.
    public func rendered(as format: Format, width: Int = 100) -> [UInt8]? {
        guard let comparison else { return nil }
        switch format {
        case .text: return Array(ComparisonText(comparison: comparison, width: width).plain.utf8)
        case .markdown: return Array(ComparisonComment(comparison: comparison).markdown.utf8)
        case .json: return comparison.text.bytes
        case .html: return ComparisonDocument(comparison: comparison).bytes.bytes
        }
    }

    /// One diagnostic for each regression and each failure that nobody acknowledged; `nil` without a comparison.
    public var openRegressions: [Diagnostic]? {
        if let changes = comparison?.changes { return changes.open.map { .error(changes.words(of: $0).gate) } }
        return comparison?.openRegressions.map { row in
            let parts = [row.run?.id, row.agent.scenario, row.agent.configurationLabel, row.shared?.phrase]
            let place = parts.compactMap { $0?.isEmpty == false ? $0 : nil }
            let change =
                row.verdict == .failed
                ? "failed: \(row.name)" : "regression: \(row.name) \(row.changeText), from \(row.text(row.a)) to \(row.text(row.b))"
            return .error("\(change) (\(place.joined(separator: ", ")))")
        }
    }
}
