import Testing

@testable import Charts

private let text = ChartText(name: "TTFT", summary: "by scenario")

private func row(_ label: String, _ values: [GroupedRow.Value]) -> GroupedRow {
    GroupedRow(label: label, values: values)
}

struct IntervalChartTests {
    @Test func `a centre is a point on its interval, with its figure and n beside the row`() {
        let chart = IntervalChart(
            text: text, quantity: .milliseconds, series: [GroupedSeries("collector")],
            rows: [row("homo", [.init(600, interval: 540...680, count: 25)])])
        let drawn = markup(chart)
        #expect(drawn.contains("<g class=\"s1\"><title>homo, 600\u{202F}ms, from 540–680, n 25</title><g class=\"box\">"))
        #expect(drawn.count(of: "<circle") == 1)
        #expect(drawn.contains("<p class=\"n\">600, n\u{A0}25</p>"))
        #expect(!drawn.contains("class=\"key\""))
        #expect(chart.captionSentences == ["The horizontal axis starts at 500\u{202F}ms."])
    }

    @Test func `series have shapes of their own, a key, and a line each beside the row`() {
        let chart = IntervalChart(
            text: text, quantity: .milliseconds, series: [GroupedSeries("collector"), GroupedSeries("insight", style: 4)],
            rows: [row("homo", [.init(600), .init(nil)]), row("hetero", [.init(700), .init(900, href: "r.html")])])
        let drawn = markup(chart)
        #expect(drawn.contains("<p class=\"n\">600<br/>–</p>"))
        #expect(drawn.contains("<a tabindex=\"-1\" href=\"r.html\" aria-label=\"hetero, insight\" class=\"s5\">"))
        #expect(drawn.contains("</svg>collector</li>") && drawn.contains("</svg>insight</li>"))
    }

    @Test func `the axis covers the intervals`() {
        let drawing = GroupedDrawing(
            text: text, quantity: .milliseconds, axisKind: .linear, series: [GroupedSeries("a")],
            rows: [row("b", [.init(600, interval: 100...2000)])], form: .points)
        #expect(drawing.axis.fraction(of: 100) >= 0 && drawing.axis.fraction(of: 2000) <= 1)
        #expect(drawing.axis.format.unit.symbol == "ms", "the centres settle the unit")
    }

    @Test func `a log axis leaves out what has no place on it`() {
        let chart = IntervalChart(
            text: text, quantity: .milliseconds, axis: .logarithmic, series: [GroupedSeries("a")],
            rows: [row("b", [.init(600, interval: -5...2000)]), row("c", [.init(0)])])
        #expect(!markup(chart).contains("class=\"box\""))
        #expect(chart.captionSentences.last == "The horizontal axis is logarithmic.")
        #expect(IntervalChart(text: text, quantity: .milliseconds, series: [GroupedSeries("a")], rows: [row("b", [.init(.nan)])]).isEmpty)
    }
}

struct BarChartTests {
    @Test func `bars start at zero and are as long as their values`() {
        let chart = BarChart(
            text: text, quantity: .count(of: "tokens"), series: [GroupedSeries("in"), GroupedSeries("out")],
            rows: [row("homo", [.init(900), .init(450, interval: 400...500)])])
        let drawn = markup(chart)
        let widths = drawn.attributes("width", of: "rect").compactMap { Double($0.dropLast()) }
        #expect(drawn.attributes("x", of: "rect").prefix(2) == ["0%", "0%"])
        #expect(abs(widths[0] - 2 * widths[1]) < 0.02)
        #expect(drawn.count(of: "<g class=\"bound\">") == 1)
        #expect(chart.captionSentences == ["The bars of a row stand in the order of the key."])
    }

    @Test func `a value under zero is not a sum and is not drawn`() {
        #expect(BarChart(text: text, quantity: .count, series: [GroupedSeries("a")], rows: [row("b", [.init(-3)])]).isEmpty)
    }
}

struct CumulativeSharesTests {
    @Test func `shares rise in steps to one, one step for values that are alike`() {
        #expect(CumulativeShares([3, 1, 2, 2]).steps.map(\.value) == [1, 2, 3])
        #expect(CumulativeShares([3, 1, 2, 2]).steps.map(\.share) == [0.25, 0.75, 1])
        #expect(CumulativeShares([]).steps.isEmpty)
    }

    @Test func `very many values are thinned, and the first and the last stay`() {
        let steps = CumulativeShares((0..<5000).map(Double.init)).steps
        #expect(steps.count == 200)
        #expect(steps.first?.value == 0 && steps.last?.value == 4999 && steps.last?.share == 1)
    }

    @Test func `more than 200 values are a curve over their quartiles`() {
        let samples = (1...300).map { DistributionRow.Sample(id: "\($0)", value: 500 + Double($0), label: "", href: "r.html") }
        let drawn = markup(DistributionChart(text: text, quantity: .milliseconds, rows: [DistributionRow(label: "homo", samples: samples)]))
        #expect(drawn.count(of: "class=\"dash\"") == 2 && drawn.count(of: "class=\"median\"") == 1)
        #expect(drawn.count(of: "<circle") == 0 && drawn.count(of: "<rect") == 0)
        #expect(drawn.attributes("d", of: "path").first.map { $0.hasPrefix("M0 76H") && $0.hasSuffix("V8H10000") } == true)
        #expect(drawn.contains("A rising line is the share"))
    }
}
