import Bytes
import Testing

@testable import Charts

private let text = ChartText(name: "TTFT by phase", summary: "Calls.", caption: ["TTFT is the time to the first chunk."])

private func phases(_ rows: [PhaseRow]) -> PhaseChart {
    PhaseChart(text: text, panels: [PhaseChart.Panel(rows: rows)])
}

struct PhaseChartTests {
    @Test func `a bar shows its phases, their values and its total`() {
        let drawn = markup(phases([PhaseRow(label: "collector", detail: "analysis", load: 195, promptEvaluation: 80, rest: 315, total: 591)]))
        #expect(drawn.texts == ["0", "200", "400", "600", "ms", "collector", "analysis", "195", "80", "315", "591"])
        #expect(drawn.attributes("class", of: "rect") == ["p-load", "p-prompt", "p-rest"])
        #expect(drawn.contains("</svg>model load</li>"))
        #expect(drawn.contains("<figcaption>TTFT is the time to the first chunk.</figcaption>"))
    }

    @Test func `a label that is too long for any margin is shortened, and whole where the pointer rests`() {
        let label = "validation_of_every_claim_in_the_report"
        let drawn = markup(phases([PhaseRow(label: label, load: 195, promptEvaluation: 80, rest: nil, total: nil)]))
        #expect(drawn.texts.contains("validation_of_every_cl…"))
        #expect(drawn.contains("<title>\(label), 275\u{202F}ms: model load 195, prompt evaluation 80</title>"))
    }

    @Test func `a value that has no room in its phase is left out, first on small screens`() {
        let drawn = markup(phases([PhaseRow(label: "a", load: 30, promptEvaluation: 80, rest: 880, total: 990)]))
        #expect(!drawn.texts.contains("30"))
        #expect(drawn.contains("class=\"in o\""))
        #expect(drawn.contains("class=\"in ink\""))
    }

    @Test func `what no phase accounts for stays open with a dashed end`() {
        let drawn = phases([PhaseRow(label: "a", load: 263, promptEvaluation: nil, rest: nil, total: 615)])
        #expect(markup(drawn).attributes("class", of: "rect") == ["p-load"])
        #expect(markup(drawn).contains("<g class=\"open\">") && markup(drawn).contains("class=\"dash\""))
        #expect(drawn.captionSentences.count == 2)
        #expect(!markup(drawn).contains("prompt evaluation"), "the key names only what is drawn")
        #expect(phases([PhaseRow(label: "a", load: 277, promptEvaluation: 226, rest: 9.5, total: 513)]).captionSentences.count == 1)
    }

    @Test func `a row that was not measured shows a dash, not a zero`() {
        let unmeasured = PhaseRow(label: "b", load: nil, promptEvaluation: nil, rest: nil, total: nil)
        let drawn = markup(phases([PhaseRow(label: "a", load: 500, promptEvaluation: 0, rest: nil, total: 500), unmeasured]))
        #expect(drawn.texts.suffix(2) == ["b", "–"])
        #expect(drawn.contains("<title>b, –</title>"))
        #expect(drawn.contains("<title>a, 500\u{202F}ms: model load 500, prompt evaluation 0</title>"))
    }

    @Test func `each panel has its own scale and unit`() {
        let chart = PhaseChart(
            text: text,
            panels: [
                .init(title: PanelTitle("Cold call"), rows: [PhaseRow(label: "1", load: 4950, promptEvaluation: 80, rest: 20, total: 5050)]),
                .init(title: PanelTitle("Warm calls"), rows: [PhaseRow(label: "2", load: 277, promptEvaluation: 226, rest: 10, total: 513)]),
            ])
        #expect(markup(chart).texts.filter { $0 == "s" || $0 == "ms" } == ["s", "ms"])
        #expect(markup(chart).texts.contains("4.95") && markup(chart).texts.contains("5.05") && markup(chart).texts.contains("513"))
    }

    @Test func `figures that are not numbers are missing`() {
        let row = PhaseRow(label: "a", load: .nan, promptEvaluation: .infinity, rest: -3, total: .nan)
        #expect(row.length == 0)
        #expect(phases([row]).isEmpty)
        #expect(!markup(phases([row, PhaseRow(label: "b", load: 10, promptEvaluation: 0, rest: nil, total: nil)])).contains("nan"))
    }
}

struct TimelineChartTests {
    private func timeline(_ calls: [TimelineCall], wall: Double? = nil) -> TimelineChart {
        TimelineChart(text: text, lanes: [.init(label: "collector", calls: calls)], wall: wall)
    }

    @Test func `a call shows its stage, duration, tokens and throughput`() {
        let call = TimelineCall(name: "analysis", start: 0, duration: 26_020, toFirstToken: 591, tokens: 986, throughput: 39.9)
        let drawn = markup(timeline([call], wall: 57_166))
        #expect(drawn.texts.contains("26.0\u{202F}s · 986\u{202F}tok · 39.9\u{202F}tok/s"))
        #expect(drawn.texts.contains("57.2\u{202F}s"))
        #expect(drawn.attributes("class", of: "rect") == ["p-generation", "p-prompt"])
    }

    @Test func `figures are shortened, then dropped, where a bar is short`() {
        func words(_ duration: Double) -> [String] {
            let call = TimelineCall(name: "report", start: 0, duration: duration, toFirstToken: 0, tokens: 986, throughput: 39.9)
            return markup(timeline([call], wall: 60_000)).texts.filter {
                $0 == "report" || $0.contains("s") && $0.contains("\u{202F}") && !$0.hasPrefix("60.0")
            }
        }
        #expect(words(15_000) == ["report", "15.0\u{202F}s · 986\u{202F}tok"])
        #expect(words(8000) == ["report", "8.00\u{202F}s"])
        #expect(words(2000) == [])
    }

    @Test func `a call whose first token was not timed is all of one shade`() {
        let call = TimelineCall(name: "a", start: .nan, duration: 100, toFirstToken: nil)
        #expect(markup(timeline([call])).attributes("class", of: "rect") == ["p-generation"])
        #expect(timeline([TimelineCall(name: "a", start: 0, duration: .nan, toFirstToken: 3)]).isEmpty)
    }
}
