import Bytes
import Testing

@testable import Charts

private func page(_ chart: some Chart, withTable: Bool = true) -> String {
    var buffer = ByteBuffer()
    chart.write(into: &buffer, withTable: withTable)
    return buffer.string
}

/// What the cells of the table say, row by row, the head first; a unit or a note follows a bar.
private func cells(_ page: String) -> [[String]] {
    page.split(separator: "</table>")[0].split(separator: "<tr>").dropFirst().map { row in
        var cells: [String] = []
        for tag in row.split(separator: "<") {
            let words = tag.drop { $0 != ">" }.dropFirst()
            if tag.hasPrefix("th ") || tag.hasPrefix("td>") || tag.hasPrefix("td ") {
                cells.append(String(words))
            } else if !words.isEmpty, !tag.hasPrefix("/"), let last = cells.popLast() {
                cells.append(last.isEmpty ? String(words) : last + "|" + words)
            }
        }
        return cells
    }
}

private func history(_ count: Int) -> HistoryChart {
    let points = (0..<count).map {
        HistoryPoint(at: $0, value: $0 == 1 ? nil : 600 + Double($0), kind: $0 == 1 ? .failed : .normal, label: "run \($0)", href: "r\($0).html")
    }
    return HistoryChart(
        text: ChartText(name: "TTFT", summary: "", links: [ChartLink("CSV", href: "a.csv"), ChartLink("JSON", href: "a.json")]),
        quantity: .milliseconds, title: PanelTitle("Warm calls"), days: [],
        series: [HistorySeries(name: "warm median", points: points, cold: [HistoryPoint(at: 0, value: 5050, label: "cold")])])
}

struct ChartTableTests {
    @Test func `the table stands after the figure, closed, with the data files beside it`() {
        let drawn = page(history(3))
        #expect(drawn.contains("</figcaption></figure>\n<div class=\"data\"><details><summary>Data</summary>"))
        #expect(drawn.contains("</details><p><a href=\"a.csv\">CSV</a> · <a href=\"a.json\">JSON</a></p></div>"))
        #expect(drawn.contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Data: TTFT\">"))
        #expect(page(history(3), withTable: false).contains("<p>Data: <a href=\"a.csv\">"))
        var empty = history(0)
        empty.series[0].cold = []
        #expect(!page(empty).contains("<div class=\"data\">"))
    }

    @Test func `a history's rows are the newest first, with links, units in the head and notes`() {
        #expect(
            cells(page(history(3))) == [
                ["Run", "warm median |ms", "cold call |s", "Note"], ["run 2", "602", "–", ""], ["run 1", "–", "–", "failed"],
                ["run 0", "600", "5.05", ""],
            ])
        #expect(page(history(3)).contains("<th scope=\"row\"><a href=\"r2.html\">run 2</a></th><td class=\"num\">602</td>"))
    }

    @Test func `a long table shows 16 rows and says where the others are`() {
        let drawn = page(history(67))
        #expect(drawn.count(of: "<th scope=\"row\">") == 16)
        #expect(drawn.contains("16 of 67 rows; all are in the data files."))
        #expect(cells(drawn)[1][0] == "run 66")
    }

    @Test func `a map's table has a column for each of its columns`() {
        let map = HeatmapChart(
            text: ChartText(name: "m", summary: ""), quantity: .tokensPerSecond, higherIsBetter: true, rows: .init("num_gpu", labels: ["40", "60"]),
            columns: .init("num_ctx", labels: ["1024", "2048"]), cells: [[HeatmapCell(288), HeatmapCell(295.4)], [HeatmapCell(213, note: "n 1")]])
        #expect(
            cells(page(map)) == [
                ["num_gpu", "num_ctx 1024 |tok/s", "num_ctx 2048 |tok/s"], ["40", "288", "295"], ["60", "213|n 1", "–"],
            ])
    }

    @Test func `a scatter chart's table starts with the front`() {
        let chart = ScatterChart(
            text: ChartText(name: "s", summary: ""), across: .init("TTFT", quantity: .milliseconds, better: .lower),
            up: .init("throughput", quantity: .tokensPerSecond, better: .higher), groups: [.init("g")],
            points: [ScatterPoint(across: 90, up: 200, label: "a"), ScatterPoint(across: 50, up: 300, label: "b")],
            cold: [ScatterPoint(across: 1500, up: 250, label: "c")])
        #expect(cells(page(chart)).dropFirst().map { [$0[0], $0[4]] } == [["b", "on the front"], ["a", ""], ["c", "cold"]])
    }

    @Test func `phases, calls and distributions have their figures`() {
        let text = ChartText(name: "x", summary: "")
        let bar = PhaseRow(label: "collector", detail: "analysis", load: 195, promptEvaluation: nil, rest: 315, total: 591)
        let phases = PhaseChart(text: text, panels: [.init(rows: [bar])])
        #expect(cells(page(phases))[1] == ["collector analysis", "195", "–", "315", "591"])
        let call = TimelineCall(name: "analysis", start: 0, duration: 26_020, toFirstToken: 591, tokens: 986, throughput: 39.9)
        let timeline = TimelineChart(text: text, lanes: [.init(label: "A", calls: [call])])
        #expect(cells(page(timeline))[1] == ["analysis", "A", "0.00", "26.02", "591", "986", "39.9"])
        let row = DistributionRow(label: "homo", samples: [1, 2, 3, 4, 5].map { .init(id: "\($0)", value: $0 * 100, label: "") })
        let distribution = DistributionChart(text: text, quantity: .milliseconds, rows: [row])
        #expect(cells(page(distribution))[1] == ["homo", "5", "100", "200", "300", "400", "500"])
    }
}
