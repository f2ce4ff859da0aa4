import Testing

@testable import Charts

struct ParetoFrontTests {
    @Test func `the front holds what nothing else beats in both measures, from the best across`() {
        let points = [(3.0, 9.0), (1, 5), (2, 7), (2, 6), (1.5, 4), (4, 9), (5, 12)].map { (across: $0.0, up: $0.1) }
        #expect(ParetoFront.indices(of: points, across: .lower, up: .higher) == [1, 2, 0, 6])
        #expect(ParetoFront.indices(of: points, across: .lower, up: .lower) == [1, 4])
        #expect(ParetoFront.indices(of: points, across: .higher, up: .higher) == [6])
    }

    @Test func `of points that are alike one is on the front, and figures that are not numbers never are`() {
        let points = [(2.0, 2.0), (2, 2), (.nan, 9), (1, .infinity), (1, 2)].map { (across: $0.0, up: $0.1) }
        #expect(ParetoFront.indices(of: points, across: .lower, up: .higher) == [4])
        #expect(ParetoFront.indices(of: Array(points.prefix(2)), across: .lower, up: .higher) == [0])
        #expect(ParetoFront.indices(of: [], across: .lower, up: .higher) == [])
    }

    @Test func `no point beats one of the front, and every other is beaten by one`() {
        var state: UInt64 = 7
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40 & 31)
        }
        for _ in 0..<50 {
            let points = (0..<30).map { _ in (across: next(), up: next()) }
            let front = Set(ParetoFront.indices(of: points, across: .lower, up: .higher))
            func beats(_ a: Int, _ b: Int) -> Bool {
                let (a, b) = (points[a], points[b])
                return a.across <= b.across && a.up >= b.up && (a.across < b.across || a.up > b.up)
            }
            for index in points.indices {
                let isBeaten = points.indices.contains { beats($0, index) }
                let hasTwin = front.contains { points[$0] == points[index] }
                #expect(isBeaten != hasTwin)
            }
        }
    }
}

private func chart(_ warm: [(Double, Double)], cold: [(Double, Double)] = [], groups: Int = 1) -> ScatterChart {
    func points(_ values: [(Double, Double)]) -> [ScatterPoint] {
        values.enumerated().map { ScatterPoint(across: $1.0, up: $1.1, group: $0 % groups, label: "point \($0)") }
    }
    return ScatterChart(
        text: ChartText(name: "Throughput against TTFT", summary: ""), across: .init("TTFT", quantity: .milliseconds, better: .lower),
        up: .init("throughput", quantity: .tokensPerSecond, better: .higher), groups: (0..<groups).map { .init("group \($0)") },
        points: points(warm), cold: points(cold))
}

struct ScatterChartTests {
    @Test func `warm and cold points have panels side by side with one vertical scale, and cold ones are hollow`() {
        let drawn = chart([(50, 300), (100, 200)], cold: [(2000, 250)])
        let page = markup(drawn)
        #expect(page.contains("<div class=\"pair-2-1\"><div class=\"chart"))
        #expect(page.count(of: "<title>Throughput against TTFT: ") == 2)
        #expect(page.count(of: "<g class=\"big sample\">") == 1 && page.count(of: "<g class=\"big hollow\">") == 2, "a hollow one is in the key")
        #expect(page.texts.filter { $0 == "300" }.count == 2)
        #expect(page.contains("</svg>hollow: cold</li>"))
        #expect(drawn.captionSentences.last == "The two panels differ in their horizontal scale.")
        #expect(!markup(chart([(50, 300), (100, 200)])).contains("pair-2-1"))
    }

    @Test func `the front is a dashed step from the axis over its points to the far edge`() {
        let drawing = ScatterDrawing(chart([(50, 200), (100, 300), (90, 150)]))
        let panel = drawing.panels[0]
        #expect(panel.front == [0, 1])
        let steps = panel.frontSteps(across: .lower, up: .higher)
        let (first, second) = (panel.places[0], panel.places[1])
        #expect(steps.map(\.x) == [first.x, first.x, second.x, second.x, 1])
        #expect(steps.map(\.y) == [290, first.y, first.y, second.y, second.y])
        #expect(panel.frontSteps(across: .higher, up: .lower).last?.x == 0)
    }

    @Test func `points of the front and those far below the others are labelled`() {
        var points = (0..<20).map { (index: Int) -> (Double, Double) in (Double(60 + index * 4), Double(300 - index % 5)) }
        points.insert((20, 320), at: 0)
        points.append((140, 210))
        let texts = markup(chart(points)).texts
        #expect(texts.contains("point 0") && texts.contains("point 21"))
        #expect(!texts.contains("point 7"))
    }

    @Test func `labels clear marks, the front and each other at every width`() {
        let crowd = (0..<60).map { (index: Int) -> (Double, Double) in (Double(50 + index * 37 % 101), Double(200 + index * 53 % 97)) }
        let drawing = ScatterDrawing(chart(crowd))
        let panel = drawing.panels[0]
        let labels = ScatterLabels(of: Array(panel.places.indices), in: panel, steps: [], lines: []) { _ in [300...900] }.labels
        #expect(!labels.isEmpty && labels.count < 60, "some have no room")
        for width in stride(from: 300.0, through: 900, by: 50) {
            let boxes = labels.map { label in
                let place = panel.places[label.index]
                let length = TextWidth.of(place.point.label)
                let start = place.x * width + label.dx - (label.dx < 0 ? length : 0)
                return (index: label.index, x: start...(start + length), y: (place.y + label.dy - 10)...(place.y + label.dy + 3))
            }
            for box in boxes {
                let touched = panel.places.indices.filter {
                    $0 != box.index && box.x.contains(panel.places[$0].x * width) && box.y.contains(panel.places[$0].y)
                }
                #expect(touched == [])
                #expect(!boxes.contains { $0.index != box.index && $0.x.overlaps(box.x) && $0.y.overlaps(box.y) })
            }
        }
    }

    @Test func `points of one curve are joined in their order, and those of another group or number are not`() {
        var drawn = chart([(50, 100), (60, 200), (90, 300), (70, 150), (80, 250)], groups: 1)
        #expect(!markup(drawn).contains("class=\"line\""))
        for index in drawn.points.indices { drawn.points[index].line = index < 3 ? 0 : 1 }
        let drawing = ScatterDrawing(drawn)
        #expect(drawing.panels[0].curves.map { $0.map(\.point.across) } == [[50, 60, 90], [70, 80]])
        let page = markup(drawn)
        #expect(page.split(separator: "<svg class=\"line\"").count == 2, "one drawing for the group")
        drawn.points.removeLast()
        #expect(ScatterDrawing(drawn).panels[0].curves.count == 1, "a single point is no line")
    }

    @Test func `every point is labelled where the chart asks for it, beside the curves`() {
        var drawn = chart([(50, 100), (60, 200), (100, 180), (140, 190)])
        for index in drawn.points.indices { drawn.points[index].line = 0 }
        #expect(!markup(drawn).texts.contains("point 3"))
        drawn.labelsAll = true
        #expect(markup(drawn).texts.contains("point 3"))
        let panel = ScatterDrawing(drawn).panels[0]
        let labels = ScatterLabels(of: Array(panel.places.indices), in: panel, steps: [], lines: panel.curves) { _ in [600...600] }.labels
        for label in labels {
            let place = panel.places[label.index]
            let left = place.x * 600 + label.dx - (label.dx < 0 ? TextWidth.of(place.point.label) : 0)
            for (start, end) in zip(panel.places, panel.places.dropFirst()) {
                for share in stride(from: 0.0, through: 1, by: 0.01) {
                    let (x, y) = ((start.x + (end.x - start.x) * share) * 600, start.y + (end.y - start.y) * share)
                    let isInside =
                        (left...(left + TextWidth.of(place.point.label))).contains(x)
                        && ((place.y + label.dy - 10)...(place.y + label.dy + 3)).contains(y)
                    #expect(!isInside)
                }
            }
        }
    }

    @Test func `a point that does not compete is drawn and is never on the front`() {
        var drawn = chart([(50, 100), (40, 300), (60, 200)])
        drawn.points[1].competes = false
        let panel = ScatterDrawing(drawn).panels[0]
        #expect(panel.places.count == 3)
        #expect(panel.front == [0, 2])
    }

    @Test func `groups have shapes of their own and a key under the name of what they differ in`() {
        var drawn = chart([(50, 300), (60, 280), (70, 290)], groups: 3)
        drawn.groupsName = "num_gpu"
        drawn.groups[2].style = 6
        let page = markup(drawn)
        #expect(page.contains("<ul class=\"key\"><li>num_gpu</li>"))
        #expect(page.contains("<g class=\"s1\">") && page.contains("<g class=\"s2\">") && page.contains("<g class=\"s7\">"))
        #expect(!markup(chart([(50, 300)])).contains("group 0</li>"), "one group needs no key")
    }

    @Test func `logarithmic axes are said in the caption and leave out what they can't show`() {
        var drawn = chart([(50, 300), (5000, 200), (0, 250)])
        drawn.across.kind = .logarithmic
        #expect(drawn.captionSentences.last == "The horizontal axis is logarithmic.")
        #expect(ScatterDrawing(drawn).panels[0].places.count == 2)
        drawn.points = []
        #expect(drawn.isEmpty)
    }
}
