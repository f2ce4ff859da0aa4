import AgentRuns
import Bytes
import Charts
import Diagnostics
import RunStatistics

/// The page of one run: its headline figures, where the time went, its calls, what its model wrote, and where all of it comes from.
struct RunPage: Page {
    static let template = "run"

    let run: Run

    var path: PagePath { .run(run.id) }
    var title: String { "\(run.title) – \(run.suite)" }
    var section: PagePath? { .runs }
    var description: String? {
        [run.title, run.models.joined(separator: ", "), run.startedAt?.spoken].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let charts = RunCharts(run: run, page: path)
        let observations = site.model.observations(of: run)
        let reports = ReportSection(run: run, in: site, reporting: &diagnostics)
        let written = reports.modelWritten(in: site, reporting: &diagnostics)
        return [
            "title": .text(run.title),
            "crumbs": .html(breadcrumb(in: site)),
            "meta": .html(meta(in: site)),
            "headline": .html(RunHeadline(run: run, observations: observations).markup),
            "state": .optional(RunState(run: run, page: path, site: site).markup),
            "notes": .list(notes(in: site).map { ["note": .text($0)] }, of: ["note"]),
            "agents": .optional(AgentDifferenceTable(agents: observations).markup),
            "phases": .optional(charts.phases),
            "timeline": .optional(charts.timeline),
            "has-calls": .flag(hasCalls || !run.isServingBenchmark),
            "calls": .optional(CallTable(run: run).markup),
            "reported": .optional(ReportedMetricTable(observations: observations).markup),
            "reports": .list(written, of: ["slot", "model", "body"]),
            "has-written": .flag(!written.isEmpty || !run.isServingBenchmark),
            "has-reports": .flag(!written.isEmpty),
            "documents": .list(reports.programWritten(in: site, reporting: &diagnostics), of: ["name", "body"]),
            "configuration": .html(ConfigurationTable(run: run, page: path).markup(in: site)),
            "provenance": .html(ProvenanceFacts(run: run, page: path).markup),
            "near": .optional(neighbours(in: site)),
        ]
    }

    private var hasCalls: Bool { run.executions.contains { !$0.calls.isEmpty } }

    private func breadcrumb(in site: SiteContext) -> ByteBuffer {
        let rest = run.id.dropFirst(run.suite.count + 1)
        return Breadcrumb.markup([(run.suite, site.page(ofSuite: run.suite))], last: String(rest), from: path)
    }

    private func meta(in site: SiteContext) -> ByteBuffer {
        var facts = [ByteBuffer.escaped(run.startedAt?.spoken ?? "no date recorded")]
        facts.append(
            .markup { output in
                output.append(escaped: extent ?? "")
                for (index, model) in run.models.enumerated() {
                    if extent != nil || index > 0 { output.append(", ") }
                    output.append(link: model, to: path.link(to: site.page(ofModel: model)))
                }
            })
        let configurations = Set(site.model.observations(of: run).map(\.series.configuration))
        if configurations.count == 1, let configuration = configurations.first {
            facts.append(.markup { $0.append(link: configuration.options.label, to: path.link(to: site.page(of: configuration))) })
        }
        facts.append(.escaped((run.isServingBenchmark ? run.executions.first?.agent : nil) ?? run.producerName ?? ""))
        return .markup { $0.append(facts: facts) }
    }

    /// How many agents there were; a benchmark has none.
    private var extent: String? {
        let agents = ["no agents", "one agent", "two agents"]
        if run.executions.count >= agents.count { return "\(run.executions.count) configurations" }
        return run.isServingBenchmark ? nil : agents[run.executions.count]
    }

    /// What a reader must know about the figures above.
    private func notes(in site: SiteContext) -> [String] {
        let mixed = run.executions.compactMap { execution in
            mixedMeanNote(execution, in: site).map { run.executions.count > 1 ? "\(execution.slot): \($0)" : $0 }
        }
        let hasOnlyMeans = run.executions.contains {
            $0.calls.isEmpty && $0.centralValue(of: .ttft)?.statistic == .mean
        }
        return mixed
            + (hasOnlyMeans ? [meanSentence] : [])
    }

    private var meanSentence: String {
        run.isServingBenchmark
            ? "TTFT is a mean over all requests, which one cold request can pull up: the tool does not say whether the first found a cold server. "
                + "It is shown and not judged."
            : "TTFT is the mean that the program reports. It does not tell cold calls from warm ones, so it is shown and not judged."
    }

    /// A mean that the program gave over cold and warm calls together is quoted once, with the reason why it is not used.
    private func mixedMeanNote(_ execution: AgentExecution, in site: SiteContext) -> String? {
        let figures = CallFigures(execution.calls, \.ttft)
        guard !figures.cold.isEmpty, !figures.warm.isEmpty, let summary = execution.metrics[.ttft], let mean = summary[.mean] else { return nil }
        let format = NumberFormat(mean, of: .milliseconds, in: .column)
        let text =
            summary[.stddev].map { deviation in
                "\(NumberFormat(unit: format.unit, decimals: 0).number(mean)) ± \(NumberFormat(unit: format.unit, decimals: 0).text(deviation))"
            } ?? format.text(mean)
        let warm = RunStatistics.median(figures.warm)
        let cold =
            figures.cold.count == 1
            ? "one cold call of \(sentence(figures.cold[0]))"
            : "\(spelled(figures.cold.count)) cold calls of \(sentence(RunStatistics.median(figures.cold))) in the median"
        let rest = figures.warm.count == 1 ? "one warm call of \(sentence(warm))" : "\(spelled(figures.warm.count)) warm ones near \(sentence(warm))"
        return
            "The program reports a TTFT of \(text) over cold and warm calls together: \(cold) and \(rest). The two are separate populations; that mean is kept in the data and not used here."
    }

    private func sentence(_ milliseconds: Double) -> String { NumberFormat(milliseconds, of: .milliseconds, in: .sentence).text(milliseconds) }

    /// The runs before and after this one in the series of its first agent.
    private func neighbours(in site: SiteContext) -> ByteBuffer? {
        guard let (previous, next) = site.model.neighbours[run.id] else { return nil }
        return .markup { output in
            output.append("<nav class=\"near\" aria-label=\"Runs of this series\">\n")
            if let previous { writeNeighbour(previous, "Previous", "prev", into: &output) }
            if let next { writeNeighbour(next, "Next", "next", into: &output) }
            output.append("</nav>\n")
        }
    }

    private func writeNeighbour(_ other: Run, _ word: String, _ relation: String, into output: inout ByteBuffer) {
        output.append(relation == "next" ? "<p class=\"next\"><span>" : "<p><span>")
        output.append(escaped: other.startedAt.map { "\(word) run, \($0.spoken)" } ?? "\(word) run")
        output.append("</span> <a")
        output.append(attribute: "rel", relation)
        output.append(attribute: "href", path.link(to: .run(other.id)))
        output.append(">")
        output.append(breakable: other.suite == run.suite ? other.title : other.id)
        output.append("</a></p>\n")
    }
}
