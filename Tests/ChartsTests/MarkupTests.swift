import Bytes
import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Every chart, with awkward words and awkward figures.
private var everyChart: [String] {
    let text = ChartText(name: "A <b> & \"c\"", summary: "d & e", caption: ["f < g."])
    let points = (0..<30).map {
        HistoryPoint(
            at: $0, value: $0 % 11 == 3 ? .nan : 600 + Double($0 * 37 % 200), kind: $0 % 9 == 4 ? .thin : .normal, label: "x & \"y\"", href: "a?b&c")
    }
    let failures = [HistoryPoint(at: 30, value: nil, kind: .failed, label: "<f>")]
    let cold = [HistoryPoint(at: 3, value: 5050, label: "cold"), HistoryPoint(at: 4, value: .infinity, label: "no")]
    let day = CalendarDay(year: 2025, month: 11, day: 14)
    let title = PanelTitle("T & t", detail: "u < v")
    let series = (0..<8).map { HistorySeries(name: "s & \($0)", points: points + failures, cold: cold) }
    var small = ByteBuffer()
    Sparkline(name: "a & b", values: [1, nil, 2]).write(into: &small)
    var multiple = ByteBuffer()
    SmallMultiple(name: "a & b", summary: "<", quantity: .given(in: "<x>"), values: [1, nil, 9], upperLimit: 5).write(into: &multiple)
    return [
        markup(HistoryChart(text: text, quantity: .milliseconds, title: title, days: Array(repeating: day, count: 31), series: series)),
        markup(judgedHistory(text)), judgedWithTable(text),
        markup(HistoryChart(text: text, quantity: .given(in: "a<b"), title: title, days: [nil, day], series: [series[0]])),
        markup(
            PhaseChart(
                text: text,
                panels: [
                    .init(
                        title: title,
                        rows: [
                            PhaseRow(label: "a & b", detail: "<c>", href: "?a&b", load: 200, promptEvaluation: 300, rest: 200, total: 900)
                        ])
                ])),
        markup(
            TimelineChart(
                text: text,
                lanes: [
                    .init(
                        label: "a & b",
                        calls: [
                            TimelineCall(name: "<c>", start: 0, duration: 26_000, toFirstToken: 600, tokens: 12_345, throughput: 40)
                        ])
                ], wall: 27_000)),
        markup(
            DistributionChart(
                text: text, quantity: .milliseconds,
                rows: [4, 50, 250].map { count in
                    DistributionRow(
                        label: "a & b", detail: "<c>", href: "?d&e",
                        samples: (0..<count).map {
                            .init(id: "\($0)", value: $0 == 3 ? 1e6 : Double(500 + $0), label: "g & h", href: "?i&j")
                        })
                })),
        markup(
            HeatmapChart(
                text: text, quantity: .tokensPerSecond, higherIsBetter: true, rows: .init("a & b", labels: ["<1>", "2"]),
                columns: .init("c < d", labels: ["a long & winding word for a column, of many", "2", "3", "4", "5", "6"]),
                cells: [[HeatmapCell(1, note: "n < 1", href: "?a&b")] + (2..<7).map { HeatmapCell(Double($0)) }, [HeatmapCell(.nan)]])),
        markup(
            IntervalChart(
                text: text, quantity: .given(in: "<x>"), series: [GroupedSeries("a & b"), GroupedSeries("<c>")],
                rows: [
                    GroupedRow(label: "d & e", detail: "<f>", href: "?a&b", values: [.init(3, interval: 2...4, count: 5, href: "?c&d"), .init(.nan)])
                ])),
        markup(
            BarChart(
                text: text, quantity: .count(of: "<x>"), series: [GroupedSeries("a & b"), GroupedSeries("<c>")],
                rows: [GroupedRow(label: "d & e", values: [.init(3, interval: 2...4), .init(5)])])),
        markup(
            ScatterChart(
                text: text, words: .init(cold: "<c>", front: "d & e"), title: title, across: .init("a & b", quantity: .milliseconds, better: .lower),
                up: .init("<u>", quantity: .given(in: "<x>"), better: .higher), groupsName: "g < h", groups: [.init("<1>"), .init("2 & 3")],
                points: (0..<20).map {
                    ScatterPoint(across: 50 + Double($0), up: Double($0 * 7 % 20), group: $0 % 2, label: "<\($0)>", href: "?a&b")
                },
                cold: [ScatterPoint(across: 900, up: 3, label: "&"), ScatterPoint(across: .nan, up: .infinity, label: "no")])),
        markup(HistoryChart(text: text, quantity: .milliseconds, title: title, days: [], series: [])),
        small.string, multiple.string,
    ]
}

/// A history with a band, changes and points on both sides of the band.
private func judgedHistory(_ text: ChartText) -> HistoryChart {
    let kinds: [HistoryPoint.Kind] = [.normal, .worse, .better, .acknowledged, .thin, .failed]
    let points = (0..<24).map { HistoryPoint(at: $0, value: 600 + Double($0 % 6) * 90, kind: kinds[$0 % 6], label: "a & <\($0)>", href: "?a&b") }
    return HistoryChart(
        text: text, words: HistoryWords(band: "a < b", bandLabel: "a & b", acknowledged: "<flag>"), quantity: .milliseconds,
        title: PanelTitle("T & t"), days: [], series: [HistorySeries(name: "<s>", points: points)],
        band: HistoryBand(limits: (8..<24).map { .init(at: $0, lower: 650, upper: $0 == 12 ? .infinity : 900) }),
        changes: [HistoryChange(before: 4, number: 1, label: "c & d", href: "#e&f"), HistoryChange(before: 9, number: 2, label: "<g>")])
}

/// The same with its table and links.
private func judgedWithTable(_ text: ChartText) -> String {
    var text = text
    text.links = [ChartLink("C & V", href: "?a&b")]
    var buffer = ByteBuffer()
    judgedHistory(text).write(into: &buffer, withTable: true)
    return "<div>\(buffer.string)</div>"
}

struct MarkupTests {
    @Test func `what charts write is well-formed`() {
        for page in everyChart {
            let parser = XMLParser(data: Data(page.utf8))
            // The parser reports a tag that is not closed as an error, and yet returns true.
            let isWhole = parser.parse() && parser.parserError == nil
            #expect(isWhole, "\(parser.parserError.map(String.init(describing:)) ?? "") in \(page.prefix(200))")
        }
    }

    @Test func `the same chart is the same bytes`() {
        #expect(everyChart == everyChart)
    }

    @Test func `no style attribute, no colour and no figure that is not a number is written`() {
        for page in everyChart {
            #expect(!page.contains("style="))
            #expect(!page.contains("fill=") && !page.contains("stroke="))
            #expect(page.firstMatch(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/) == nil)
            #expect(page.firstMatch(of: /="-?(nan|inf)/) == nil)
        }
    }

    @Test func `every class that charts write has a rule in the style sheet, and the sheet is small`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let own = try String(contentsOf: root.appendingPathComponent("templates/charts.css"), encoding: .utf8)
        #expect(own.utf8.count < 6600)
        let sheet = try own + String(contentsOf: root.appendingPathComponent("templates/style.css"), encoding: .utf8)
        let written = everyChart.flatMap { page in
            page.split(separator: "<").compactMap { tag in
                tag.firstRange(of: "class=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
            }
        }
        let classes = Set(written.flatMap { $0.split(separator: " ").map(String.init) })
        #expect(classes.count > 30)
        let unstyled = classes.filter { name in ![" ", ",", ")", "."].contains { sheet.contains(".\(name)\($0)") } }
        #expect(unstyled == [])
    }

    @Test func `only the token blocks of the style sheet name a colour`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let sheet = try String(contentsOf: root.appendingPathComponent("templates/charts.css"), encoding: .utf8)
        let lines = sheet.split(separator: "\n").filter { $0.contains("#") }
        #expect(lines.count == 6)
        #expect(lines.allSatisfy { $0.drop { $0 == " " }.hasPrefix("--") })
    }
}
