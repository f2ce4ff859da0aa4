import AgentRuns
import Diagnostics
import Testing

@testable import SiteBuilder

/// One hand-written page of a site of a few runs, rendered in memory.
struct ChartBlockScratch {
    /// The page, `p.html`.
    let html: String
    /// What the terminal shows.
    let messages: String
    let hasErrors: Bool

    /// - Parameter page: the whole of `content/pages/p.md`.
    init(_ page: String, runs: [Run] = Run.smallHistory) throws {
        let source = Array(page.utf8)
        let (frontMatter, problems) = FrontMatter.read(source, path: "p.md")
        try #require(problems.isEmpty)
        let article = Article(file: "p.md", source: source, frontMatter: frontMatter, slug: "p")
        let content = Content(
            settings: SiteSettings(), store: RunStore(content: "content"), runs: runs, acknowledged: [], excluded: [], edits: SeriesEdits(), articles: [article],
            attachments: [:])
        var diagnostics: [Diagnostic] = []
        let templates = TemplateLibrary(folder: nil, reporting: &diagnostics)
        let plan = SitePlan(content: content, model: SiteModel(runs: runs), templates: templates)
        html = PageFrame(site: plan.site).render(ArticlePage(article: article), reporting: &diagnostics).string
        messages = diagnostics.map(DiagnosticRenderer.text.render).joined(separator: "\n")
        hasErrors = diagnostics.contains { $0.severity == .error }
    }

    /// A page of one block after a line of text: the block's own first line is the fourth of the file.
    static func block(_ toml: String, runs: [Run] = Run.smallHistory) throws -> ChartBlockScratch {
        try ChartBlockScratch("Before.\n\n```chart\n\(toml)\n```\n\nAfter.\n", runs: runs)
    }

    /// The first line of each message, without the page's name.
    var places: [String] {
        messages.split(separator: "\n").filter { $0.hasPrefix("p.md:") }.map { String($0.dropFirst("p.md:".count)) }
    }

    /// The first groups of every match of a pattern in the page.
    func matches(_ pattern: String) -> [String] {
        guard let expression = try? Regex(pattern, as: (Substring, Substring).self) else { return [] }
        return html.matches(of: expression).map { String($0.output.1) }
    }

    /// How often a text stands in the page.
    func count(_ text: String) -> Int { html.ranges(of: text).count }
}

extension Run {
    /// Four runs of two agents in two suites with two context sizes; the insight agent's TTFT is of another kind, and one execution failed.
    static let smallHistory: [Run] = (1...4).map { number in
        let context = number.isMultiple(of: 2) ? 1024.0 : 512
        return Run(
            id: "lab/week\(number < 3 ? 1 : 2)/run_\(number)", suite: "lab/week\(number < 3 ? 1 : 2)", scenario: "baseline_vs_chimera",
            runNumber: number, startedAt: Timestamp("2025-11-1\(number)T10:00:00Z"), producer: Producer(program: "bench", language: "rust"),
            executions: [
                AgentExecution(
                    slot: "collector", agent: "Collector", model: "gemma3:latest",
                    configuration: SamplingConfiguration(["num_ctx": .number(context), "temperature": .number(0.6)]), ttftDefinition: .firstChunk,
                    metrics: [
                        .outputTokens: MetricSummary(unit: "tokens", [.sum: 1000 + Double(number)]),
                        MetricID(rawValue: "joules"): MetricSummary(unit: "J", [.mean: 40]),
                    ],
                    calls: [
                        Call(stage: "analysis", ttft: 4000 + Double(number), load: 3500, promptEval: 300, total: 9000, throughput: 39, cold: true),
                        Call(stage: "report", ttft: 500 + Double(number), load: 200, promptEval: 250, total: 8000, throughput: 40, cold: false),
                    ]),
                AgentExecution(
                    slot: "insight", agent: "Insight", model: "llama3.1:8b", status: number == 4 ? .failed : .completed,
                    configuration: SamplingConfiguration(["num_ctx": .number(512), "num_gpu": .number(80)]), ttftDefinition: .promptEval,
                    metrics: number == 4
                        ? [:]
                        : [
                            .ttft: MetricSummary(unit: "ms", n: 2, [.mean: 700 + Double(number)]),
                            .outputThroughput: MetricSummary(unit: "tok/s", n: 2, [.mean: 90 + Double(number)]),
                        ]),
            ],
            provenance: Provenance(importer: "test"))
    }
}
