import Bytes
import Testing

@testable import Charts

private func chart(_ values: [Double?], href: Bool = false, cold: [HistoryPoint] = [], kind: HistoryPoint.Kind = .normal) -> HistoryChart {
    let points = values.enumerated().map { index, value in
        HistoryPoint(
            at: index, value: value, kind: value == nil ? .failed : kind, label: "15 Nov 20:\(index)",
            href: href ? "../runs/tr115/runtime-smol/chimera_homo/run_\(index).html" : nil)
    }
    return HistoryChart(
        text: ChartText(name: "TTFT of collector", summary: "Warm medians.", caption: ["TTFT is the time to the first chunk."]),
        quantity: .milliseconds, title: PanelTitle("Warm calls", detail: "median of each run"),
        days: values.indices.map { CalendarDay(year: 2025, month: 11, day: 14 + $0 / 37) },
        series: [HistorySeries(name: "warm median", points: points, cold: cold)])
}

struct HistoryChartTests {
    @Test func `a line breaks at a failure, a thin run, a gap and where it is told to`() {
        let points = [
            HistoryPoint(at: 0, value: 600, label: "a"), HistoryPoint(at: 1, value: 700, label: "b"),
            HistoryPoint(at: 2, value: nil, kind: .failed, label: "c"), HistoryPoint(at: 3, value: 800, label: "d"),
            HistoryPoint(at: 4, value: 700, label: "e"), HistoryPoint(at: 5, value: 650, kind: .thin, label: "f"),
            HistoryPoint(at: 6, value: 700, label: "g"), HistoryPoint(at: 7, value: 800, label: "h"),
            HistoryPoint(at: 8, value: 700, label: "i", startsLine: true), HistoryPoint(at: 9, value: 600, label: "j"),
            HistoryPoint(at: 10, value: .nan, label: "k"), HistoryPoint(at: 11, value: 700, label: "l"),
        ]
        var history = chart([])
        history.days = Array(repeating: CalendarDay(year: 2025, month: 11, day: 14), count: 12)
        history.series = [HistorySeries(name: "warm median", points: points)]
        let path = markup(history).attributes("d", of: "path").first ?? ""
        let pieces = path.split(separator: "M").map {
            $0.split(separator: " ").enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
        }
        #expect(pieces == [["1", "3"], ["7", "9"], ["13", "15"], ["17", "19"]])
        #expect(markup(history).count(of: "<circle") == 9 + 1 + 2, "nine on the line, a thin one, and two in the key")
        #expect(markup(history).contains(">failed</text>"))
    }

    @Test func `the word over failed runs is left out where it would touch another, and where there are many`() {
        func words(_ failed: Set<Int>) -> [String] {
            let drawn = markup(chart((0..<60).map { failed.contains($0) ? nil : 700 + Double($0) }))
            #expect(drawn.count(of: "M-4-4 4 4M4-4-4 4") == failed.count + 1, "a cross each, and one in the key")
            return drawn.split(separator: "<").filter { $0.hasSuffix(">failed") }.map {
                $0.hasSuffix(" o\" x=\"9.17%\" y=\"271\">failed") ? "wide" : "all"
            }
        }
        #expect(words([3, 40]) == ["all", "all"])
        #expect(words([3, 4]) == ["all"])
        #expect(words([0, 5]) == ["all", "wide"])
        #expect(words([3, 20, 40, 55]) == [])
    }

    @Test func `the caption says how the runs lie and where the axis starts`() {
        let values = (0..<67).map { 833 + Double($0 % 7) * 10 }
        #expect(
            chart(values).captionSentences == [
                "Runs in order, not to scale in time; a vertical rule where the day changes.", "TTFT is the time to the first chunk.",
                "The vertical axis starts at 820\u{202F}ms.",
            ])
        #expect(chart([10, 833]).captionSentences == ["Runs in order, not to scale in time.", "TTFT is the time to the first chunk."])
    }

    @Test func `days have rules, labels and counts, and many days become months`() {
        let few = markup(chart((0..<67).map { 600 + Double($0) }))
        #expect(few.texts.filter { $0.contains("Nov") || $0.hasSuffix("runs") } == ["14 Nov", "37 runs", "15 Nov", "30 runs"])
        #expect(few.contains("<g class=\"day\"><line x1=\"55.22%\" x2=\"55.22%\""))

        var many = chart((0..<130).map { 600 + Double($0) })
        many.days = (0..<130).map { CalendarDay(year: 2025, month: 1 + $0 / 26, day: 1 + $0 % 26) }
        #expect(markup(many).texts.filter { $0.contains("2025") } == ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025", "May 2025"])
        #expect(CalendarDay(year: 2025, month: 13, day: 1) == nil)
    }

    @Test func `cold values have a panel, a scale and a unit of their own`() {
        let cold = [HistoryPoint(at: 1, value: 7840, label: "cold")]
        let drawn = markup(chart([600, 700, 650], cold: cold))
        #expect(drawn.texts.prefix(3) == ["Cold calls", "s", "0"])
        #expect(drawn.texts.contains("ms"))
        #expect(drawn.contains("height=\"434\""))
        #expect(markup(chart([600, 700, 650])).contains("height=\"310\""))
        #expect(drawn.contains("<g class=\"hollow\"><svg x=\"50%\""))
    }

    @Test func `400 runs with links stay under 60 kB`() {
        let values = (0..<400).map { 800 + Double(($0 * 7919) % 311) + 0.37 }
        let cold = (0..<40).map { HistoryPoint(at: $0 * 10, value: 5000 + Double($0), label: "cold", href: "../runs/cold-\($0).html") }
        for history in [chart(values, href: true), chart(values, href: true, cold: cold)] {
            let size = markup(history).utf8.count
            #expect(size < 60_000)
            #expect(size > 45_000, "links are left out only when there is no room for them")
        }
        var eight = chart(values)
        let points = chart(values, href: true).series[0].points
        eight.series = (0..<8).map { HistorySeries(name: "series \($0)", points: points) }
        #expect(markup(eight).utf8.count < 130_000)
    }

    @Test func `all links of a chart that has room for them are there, and can be skipped by the keyboard`() {
        let drawn = markup(chart((0..<67).map { 600 + Double($0) }, href: true))
        #expect(drawn.attributes("href", of: "a").count == 67)
        #expect(drawn.count(of: "<a tabindex=\"-1\"") == 67)
        #expect(drawn.contains("aria-label=\"15 Nov 20:3\"><title>15 Nov 20:3, 603\u{202F}ms</title>"))
        #expect(!drawn.contains("role="))
        #expect(markup(chart([600, 700])).contains("role=\"img\" aria-label=\"TTFT of collector\""))
    }

    @Test func `an excluded point is hollow and struck through, off the line, and named in the key and the table`() {
        var history = chart([])
        history.days = Array(repeating: CalendarDay(year: 2025, month: 11, day: 14), count: 5)
        history.series = [
            HistorySeries(
                name: "warm median",
                points: [
                    HistoryPoint(at: 0, value: 600, label: "a"), HistoryPoint(at: 1, value: 700, label: "b"),
                    HistoryPoint(at: 2, value: 1800, kind: .excluded, label: "c"), HistoryPoint(at: 3, value: 650, label: "d"),
                    HistoryPoint(at: 4, value: 640, label: "e"),
                ])
        ]
        let drawn = markup(history)
        let struck = "M-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M-5 5 5-5"
        #expect(drawn.count(of: "<path d=\"\(struck)\"/>") == 2, "one in the chart and one in the key")
        #expect(drawn.count(of: "struck through: excluded</li>") == 1)
        #expect(drawn.count(of: "<title>c, 1800\u{202F}ms, excluded</title>") == 1)
        #expect(drawn.attributes("d", of: "path").first?.split(separator: "M").count == 2, "the line breaks at it")
        #expect(history.dataTable.rows[2].last == .words("excluded"))
    }

    @Test func `more points than 400 are thinned and the extremes stay`() {
        var values = (0..<5000).map { 800 + Double(($0 * 31) % 97) }
        values[1234] = 3000
        values[4321] = 12
        let points = values.enumerated().map { HistoryPoint(at: $0.offset, value: $0.element, label: "p") }
        let thinned = HistoryThinning.thinned(points, to: 400)
        #expect(thinned.count <= 400)
        #expect(thinned.count > 390)
        #expect(thinned.first?.position == 0 && thinned.last?.position == 4999)
        #expect(thinned.contains { $0.position == 1234 } && thinned.contains { $0.position == 4321 })
        #expect(thinned.map(\.position) == thinned.map(\.position).sorted())
        #expect(chart(values).captionSentences.last == "Of up to 5000 runs a series at most \(thinned.count) are drawn, the extremes among them.")
        #expect(HistoryThinning.thinned(Array(points.prefix(400)), to: 400).count == 400)
    }

    @Test func `a break between thinned points is kept`() {
        var points = (0..<900).map { HistoryPoint(at: $0, value: 800, label: "p") }
        points[450].value = nil
        let thinned = HistoryThinning.thinned(points, to: 30)
        #expect(thinned.filter(\.startsLine).count == 1)
        #expect(thinned.first(where: \.startsLine).map { $0.position > 450 } == true)
    }

    @Test func `a series alone has the first colour and several keep their own`() {
        var history = chart([600, 700])
        history.series[0].style = 4
        #expect(markup(history).contains("<g class=\"s1\">"))
        #expect(!markup(history).contains("class=\"key\""))
        history.series.append(HistorySeries(name: "other", points: [HistoryPoint(at: 0, value: 610, label: "x")], style: 1))
        #expect(markup(history).contains("<g class=\"s5\">") && markup(history).contains("<g class=\"s2\">"))
        #expect(markup(history).contains("</svg>warm median</li>"))
    }

    @Test func `nothing to draw is a sentence without axes`() {
        var history = chart([])
        history.text.ifEmpty = "No runs <yet>."
        #expect(markup(history) == "<figure><p class=\"no-data\">No runs &lt;yet&gt;.</p></figure>\n")
        #expect(chart([.nan, .infinity]).isEmpty)
        #expect(!chart([nil]).isEmpty, "a failure is something to draw")
    }
}
