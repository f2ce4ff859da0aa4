import Bytes
import Testing

@testable import Charts

private func row(_ values: [Double], label: String = "chimera_homo", href: String? = nil) -> DistributionRow {
    DistributionRow(
        label: label, detail: "num_gpu 80",
        samples: values.enumerated().map { .init(id: "run_\($0.offset)", value: $0.element, label: "run \($0.offset)", href: href) })
}

private func chart(_ rows: [DistributionRow], axis: DistributionChart.AxisKind = .linear) -> DistributionChart {
    DistributionChart(text: ChartText(name: "TTFT", summary: ""), quantity: .milliseconds, axis: axis, rows: rows)
}

struct DistributionChartTests {
    @Test func `up to 30 values are points with a rule at the median, more a box`() {
        let few = markup(chart([row((1...30).map { 500 + Double($0) })]))
        #expect(few.count(of: "<circle") == 30)
        #expect(few.count(of: "class=\"median\"") == 1)
        #expect(!few.contains("class=\"half\""))
        #expect(few.contains(">n\u{A0}30</p>"))

        let many = markup(chart([row((1...60).map { 500 + Double($0) } + [2000])]))
        #expect(many.count(of: "<circle") == 1)
        #expect(many.contains("class=\"half\""))
        #expect(many.contains(">n\u{A0}61</p>"))
    }

    @Test func `box and whiskers are quartiles and the last values within 1.5 quartile distances`() {
        let numbers = FiveNumbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 30])
        #expect(numbers?.lowQuartile == 3.25)
        #expect(numbers?.median == 5.5)
        #expect(numbers?.highQuartile == 7.75)
        #expect(numbers?.lowWhisker == 1)
        #expect(numbers?.highWhisker == 9)
        #expect(FiveNumbers([]) == nil)
    }

    @Test func `a point lies where its id says, in every build`() {
        func sample(_ id: String) -> Double { DistributionRow.Sample(id: id, value: 1, label: "").jitter }
        #expect(sample("run_1") == sample("run_1"))
        let jitters = (0..<200).map { sample("run_\($0)") }
        #expect(jitters.allSatisfy { (-1...1).contains($0) })
        #expect(Set(jitters).count > 150)
        #expect(abs(jitters.reduce(0, +) / 200) < 0.2)
    }

    @Test func `labels are text beside the drawing and points carry links`() {
        let drawn = markup(chart([row([500, 600], href: "r.html")]))
        #expect(drawn.contains("<p class=\"label\">chimera_homo<small>num_gpu 80</small></p>"))
        #expect(drawn.count(of: "<a tabindex=\"-1\" href=\"r.html\"") == 2)
        #expect(drawn.contains("<desc>Median 550\u{202F}ms, from 500–600, n 2.</desc>"))
        #expect(!drawn.contains("role=\"img\""))
        #expect(drawn.contains("role=\"group\" aria-label=\"TTFT\""))
    }

    @Test func `a logarithmic axis is said in the caption and leaves out what it cannot show`() {
        let logarithmic = chart([row([300, 9000, 0, -4, .nan])], axis: .logarithmic)
        #expect(logarithmic.rows[0].samples.count == 2)
        #expect(logarithmic.captionSentences.last == "The horizontal axis is logarithmic.")
        #expect(chart([row([.nan])]).isEmpty)
    }
}
