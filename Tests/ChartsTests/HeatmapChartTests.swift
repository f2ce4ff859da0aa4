import Testing

@testable import Charts

private func map(_ values: [[Double?]], higherIsBetter: Bool = true, columns: [String] = ["1024", "2048", "4096"]) -> HeatmapChart {
    HeatmapChart(
        text: ChartText(name: "Throughput", summary: ""), quantity: .tokensPerSecond, higherIsBetter: higherIsBetter,
        rows: .init("num_gpu", labels: values.indices.map { "\(40 + $0 * 20)" }), columns: .init("num_ctx", labels: columns),
        cells: values.map { $0.map { HeatmapCell($0) } })
}

struct HeatmapChartTests {
    @Test func `steps run from the worst tenth to the best, in the direction of the metric`() throws {
        let throughput: [Double] = [288, 288, 295, 213, 272, 287, 297, 301, 291, 292, 298, 299]
        let up = try #require(HeatmapSteps(throughput, higherIsBetter: true))
        #expect(throughput.map { up.step(of: $0) } == [4, 4, 5, 0, 2, 4, 5, 5, 4, 4, 5, 5])
        let waits: [Double] = [97, 159, 88, 79, 61, 58]
        let down = try #require(HeatmapSteps(waits, higherIsBetter: false))
        #expect(down.step(of: 58) == 5 && down.step(of: 159) == 0 && down.step(of: 61) > down.step(of: 97))
    }

    @Test func `values that are all alike are all best, and none make no steps`() throws {
        #expect(try #require(HeatmapSteps([5, 5, 5], higherIsBetter: false)).step(of: 5) == 5)
        #expect(HeatmapSteps([], higherIsBetter: true) == nil)
        #expect(map([[nil, nil]]).isEmpty)
    }

    @Test func `rectangles carry their figures, and one without a value a dash on a wash`() {
        let drawn = markup(map([[288.4, 295.2, nil], [213, 272]]))
        #expect(drawn.attributes("class", of: "rect") == ["h6", "h6", "h0", "h1", "h5", "h0"])
        #expect(drawn.texts == ["num_gpu", "40", "60", "1024", "2048", "4096", "num_ctx", "288", "295", "–", "213", "272", "–"])
        #expect(drawn.contains("<title>num_gpu 40, num_ctx 4096, no value</title>"))
        #expect(drawn.contains("<rect class=\"h6\" x=\"0%\" y=\"20\" width=\"33.33%\" height=\"56\"/>"))
        #expect(drawn.contains("A stronger colour is better."))
    }

    @Test func `a note stands under the value where it has room, and is always where the pointer rests`() {
        var chart = map([[288, 295, 290]])
        chart.cells[0][1].note = "n 1, 2 failed"
        #expect(markup(chart).contains(">n 1, 2 failed</text>"))
        #expect(markup(chart).contains("<title>num_gpu 40, num_ctx 2048, 295\u{202F}tok/s, n 1, 2 failed</title>"))
        chart.columns.labels = (1...12).map { "\($0 * 1024)" }
        #expect(!markup(chart).contains(">n 1, 2 failed</text>"))
    }

    @Test func `numbers over many columns are thinned, words shortened`() {
        let many = map([(1...12).map { Double($0) }], columns: (1...12).map { "\($0 * 1024)" })
        #expect(markup(many).contains("class=\"mid ink o\""))
        #expect(!markup(many).contains("…"))
        let words = markup(map([[1, 2]], columns: ["llama3.1:8b-instruct-q4_0-with-more", "qwen"]))
        #expect(words.contains("class=\"mid ink s\"") && words.contains("…</text>"))
    }

    @Test func `a map with links is no image`() {
        var chart = map([[288, 295, 290]])
        #expect(markup(chart).contains("role=\"img\""))
        chart.cells[0][0].href = "c.html"
        #expect(!markup(chart).contains("role=\"img\""))
        #expect(markup(chart).contains("<a tabindex=\"-1\" href=\"c.html\" aria-label=\"num_gpu 40, num_ctx 1024\">"))
    }
}
