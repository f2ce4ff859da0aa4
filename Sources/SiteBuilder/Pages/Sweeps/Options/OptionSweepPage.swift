import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The page of a sweep over one option: each figure over it, and every point.
struct OptionSweepPage: Page {
    static let template = "load"

    let sweep: OptionSweep

    var path: PagePath { .sweep(sweep.slug) }
    var title: String { words.title }
    var description: String? { "Throughput of \(words.title)." }
    var section: PagePath? { .sweeps }

    private var words: OptionSweepWords { OptionSweepWords(sweep: sweep) }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let sentences = sweep.figures.compactMap(words.sentence)
        return [
            "title": .text(words.title),
            "crumbs": .html(Breadcrumb.markup([("Sweeps", .sweeps)], last: sweep.plan.suite, from: path)),
            "meta": .html(.markup { $0.append(facts: words.facts.map(ByteBuffer.escaped)) }),
            "lede": .optional(sentences.isEmpty ? nil : .escaped(sentences.joined(separator: " "))),
            "charts": .list(sweep.figures.map(section), of: ["id", "heading", "chart"]),
            "table": .html(.markup { table.write(into: &$0) }),
            "more": .html(more(in: site)),
        ]
    }

    private func section(_ figure: OptionSweep.Figure) -> [String: TemplateValue] {
        [
            "id": .text("p-\(figure.metric.rawValue)"), "heading": .text("\(words.name(of: figure)) over \(sweep.option)"),
            "chart": .html(.markup { OptionSweepChart(sweep: sweep, figure: figure, page: path).chart.write(into: &$0, withTable: true) }),
        ]
    }

    private struct Row {
        let figure: OptionSweep.Figure
        let curve: LoadCurve
        let point: LoadPoint
    }

    private var table: Table {
        let all = sweep.figures.flatMap { figure in
            figure.curves.flatMap { curve in curve.points.map { Row(figure: figure, curve: curve, point: $0) } }
        }
        var rows = RowTable(of: all)
        rows.add(.text(sweep.option)) { row in
            .header(row.point.load.value, href: row.point.observations.first.map { path.link(to: .run($0.run.id)) }, detail: nil)
        }
        rows.add(.text("Figure"), ifVaries: \.figure.metric) { .text(words.name(of: $0.figure)) }
        rows.add(.text("Setting"), ifAny: { !$0.curve.label.isEmpty }) { .text($0.curve.label) }
        rows.add(.figures("Throughput", .tokensPerSecond)) { .figure($0.point.value($0.figure.metric, .mean)) }
        rows.add(.figures("Deviation", .tokensPerSecond, secondary: true), ifAny: { ($0.point.value($0.figure.metric, .stddev) ?? 0) > 0 }) {
            .figure($0.point.value($0.figure.metric, .stddev))
        }
        rows.add(.figures("n", .count, secondary: true, note: "runs"), ifAny: { $0.point.counted.count > 1 }) {
            .figure(Double($0.point.counted.count))
        }
        rows.add(.text("Note"), ifAny: { $0.point.state != nil }) { $0.point.state ?? .blank }
        return rows.table(label: "Points")
    }

    private func more(in site: SiteContext) -> ByteBuffer {
        .markup { output in
            output.append(escaped: "All points: ")
            output.append(OptionSweepData(sweep: sweep).path.links(from: path))
            output.append(" · ")
            output.append(link: "runs of \(sweep.plan.suite)", to: path.link(to: site.page(ofSuite: sweep.plan.suite)))
        }
    }
}
