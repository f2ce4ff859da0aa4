import AgentRuns
import Bytes
import Charts
import Diagnostics
import RunStatistics

/// The list of declared comparisons, and the place where any other two sides are picked.
struct CompareIndexPage: Page {
    static let template = "comparisons"

    let pages: [ComparePage]

    var path: PagePath { .comparisons }
    var title: String { "Compare" }
    var section: PagePath? { .comparisons }
    /// In the order in which each needs those before it.
    var scripts: [PagePath] {
        [PagePath("statistics.js"), PagePath("paired-statistics.js"), PagePath("failure-statistics.js"), ComparisonData.path]
            + ["comparison-rows.js", "comparison.js", "comparison-figures.js", "comparison-words.js", "compare.js"].map { PagePath($0) }
    }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        [
            "title": .text("Compare"),
            "lede": .text(
                pages.isEmpty
                    ? "Pick two runs, suites or configurations."
                    : "\(counted(pages.count, "comparison")) with a page of \(pages.count == 1 ? "its" : "their") own; any other two runs, suites or configurations can be picked."
            ),
            "table": .optional(pages.isEmpty ? nil : .markup { table.write(into: &$0) }),
            "no-table": .flag(pages.isEmpty),
        ]
    }

    private var table: Table {
        var rows = RowTable(of: pages)
        rows.add(.text("A to B")) { .header($0.title, href: path.link(to: $0.path), detail: nil) }
        rows.add(.figures("Runs", .count, note: "A")) { .figure(Double($0.comparison.a.runs.count)) }
        rows.add(.figures("Runs", .count, note: "B")) { .figure(Double($0.comparison.b.runs.count)) }
        rows.add(.figures("Tested", .count, secondary: true, note: "rows")) { .figure(Double($0.comparison.tested)) }
        rows.add(.text("Verdict")) { page in
            let counts = VerdictCounts(page.comparison.rows.map(\.verdict))
            let (worse, better) = (counts[.regression], counts[.improvement])
            if page.comparison.tested == 0 { return .verdict(.notEnoughData, Verdict.notEnoughData.word) }
            if worse == 0, better == 0 { return .verdict(.noChange, Verdict.noChange.word) }
            let words = [worse > 0 ? "\(worse) regressed" : nil, better > 0 ? "\(better) improved" : nil].compactMap(\.self).joined(separator: ", ")
            return .verdict(worse > 0 ? .regression : .improvement, words)
        }
        return rows.table(label: "Declared comparisons")
    }
}
