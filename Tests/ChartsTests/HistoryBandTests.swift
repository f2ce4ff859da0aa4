import Bytes
import Testing

@testable import Charts

private func chart(
    _ values: [Double], kinds: [Int: HistoryPoint.Kind] = [:], band: HistoryBand? = nil, changes: [HistoryChange] = [], axis: ValueAxisKind = .linear,
    href: Bool = false
) -> HistoryChart {
    let points = values.enumerated().map {
        HistoryPoint(at: $0, value: $1, kind: kinds[$0] ?? .normal, label: "run \($0)", href: href ? "../runs/tr115/homo/run_\($0).html" : nil)
    }
    return HistoryChart(
        text: ChartText(name: "TTFT of collector", summary: "Warm medians."), quantity: .milliseconds, title: PanelTitle("Warm calls"),
        days: values.indices.map { _ in CalendarDay(year: 2025, month: 11, day: 14) }, series: [HistorySeries(name: "warm median", points: points)],
        band: band, changes: changes, axis: axis)
}

private func steady(_ positions: Range<Int>, _ lower: Double = 600, _ upper: Double = 900) -> [HistoryBand.Limits] {
    positions.map { .init(at: $0, lower: lower, upper: upper) }
}

/// What is inside the nested drawing of the band: the area's path and the edges'.
private func bandPaths(_ chart: HistoryChart) -> [String] {
    markup(chart).split(separator: "<svg ").first { $0.hasPrefix("class=\"band\"") }.map { String($0).attributes("d", of: "path") } ?? []
}

struct HistoryBandTests {
    @Test func `a steady band is four corners from slot edge to slot edge, with an edge above and one below`() throws {
        let drawn = chart([700, 800, 750, 600, 1000, 720], band: HistoryBand(limits: steady(2..<6)))
        let drawing = HistoryDrawing(drawn)
        let (top, bottom) = (drawing.main.y(of: 900), drawing.main.y(of: 600))
        var expected = ByteBuffer()
        expected.appendPath([(4, top), (12, top), (12, bottom), (4, bottom)])
        #expect(bandPaths(drawn).first == expected.string + "z")
        #expect(bandPaths(drawn).last?.count(of: "M") == 2)
        #expect(markup(drawn).contains("</svg>99\u{202F}% prediction band</li>"))
    }

    @Test func `a gap and a new start split the band`() {
        var limits = steady(0..<3) + steady(5..<9)
        #expect(HistoryBand(limits: limits).stretches.map { $0.map(\.position) } == [[0, 1, 2], [5, 6, 7, 8]])
        limits[5].startsBand = true
        #expect(HistoryBand(limits: limits).stretches.map(\.count) == [3, 2, 2])
        #expect(HistoryBand(limits: [.init(at: 1, lower: .nan, upper: 2), .init(at: 2, lower: 3, upper: 2)]).limits.isEmpty)
    }

    @Test func `an uneven band keeps its course to a part of a pixel, and a very long one few corners`() throws {
        func uneven(_ count: Int) -> HistoryDrawing {
            let limits = (0..<count).map { HistoryBand.Limits(at: $0, lower: 600 + Double($0 * 31 % 37), upper: 900 + Double($0 * 17 % 41)) }
            return HistoryDrawing(chart((0..<count).map { $0.isMultiple(of: 2) ? 650 : 920 }, band: HistoryBand(limits: limits)))
        }
        let drawing = uneven(390)
        let corners = try #require(drawing.band).stretches[0]
        for (left, right) in zip(corners, corners.dropFirst()) {
            for position in (0..<390) where (left.x..<right.x).contains(2 * position + 1) {
                let share = Double(2 * position + 1 - left.x) / Double(right.x - left.x)
                let drawn = left.upper + share * (right.upper - left.upper)
                #expect(abs(drawn - drawing.main.y(of: 900 + Double(position * 17 % 41))) <= 0.3)
            }
        }
        #expect(try #require(uneven(5000).band).stretches[0].count <= 420)
    }

    @Test func `the axis covers the band, but of a band that is far wider than the values only the part near them`() {
        let near = chart([700, 800], band: HistoryBand(limits: steady(0..<2, 650, 850)))
        #expect(HistoryDrawing(near).main.axis.fraction(of: 850) < 1)
        #expect(!near.captionSentences.contains("The band reaches beyond the axis."))
        let wide = chart([700, 800], band: HistoryBand(limits: steady(0..<2, 500, 90_000)))
        #expect(HistoryDrawing(wide).main.axis.fraction(of: 1000) > 1)
        #expect(wide.captionSentences.contains("The band reaches beyond the axis."))
        #expect(bandPaths(wide).last == "", "an edge that is not on the panel is not drawn")
    }

    @Test func `the band is labelled on itself where nothing is in the way`() {
        func labels(_ values: [Double]) -> [String] {
            markup(chart(values, band: HistoryBand(limits: steady(0..<values.count, 500, 1000)))).texts.filter { $0.contains("band") }
        }
        #expect(labels(Array(repeating: 750, count: 40) + [1300]) == ["99\u{202F}% prediction band of earlier runs"])
        #expect(labels((0..<60).map { $0.isMultiple(of: 2) ? 400 : 1100 }) == [])
    }

    @Test func `points outside the band have the marks of their verdicts, stay on the line and are named by the side they lie on`() {
        let band = HistoryBand(limits: steady(0..<5))
        let drawn = markup(chart([700, 1000, 500, 950, 700], kinds: [1: .worse, 2: .better, 3: .acknowledged], band: band))
        #expect(drawn.contains("<g class=\"worse sample\"><svg x=\"30%\""))
        #expect(drawn.contains("<g class=\"better sample\"><circle cx=\"50%\""))
        #expect(drawn.contains("<g class=\"flag\">"))
        #expect(drawn.contains("<title>run 1, 1000\u{202F}ms, above the band</title>"))
        #expect(drawn.contains("<title>run 2, 500\u{202F}ms, below the band</title>"))
        #expect(drawn.contains("<li class=\"worse\">") && drawn.contains("</svg>above the band</li>"))
        #expect(drawn.contains("</svg>acknowledged</li>"))
        let line = drawn.split(separator: "<svg ").first { $0.hasPrefix("class=\"line\"") } ?? ""
        #expect(String(line).attributes("d", of: "path")[0].split(separator: " ").count == 10, "all five points are joined")
        let throughput = markup(chart([700, 500], kinds: [1: .worse], band: band))
        #expect(throughput.contains("</svg>below the band</li>"), "where more is better, worse lies below")
        #expect(markup(chart([700, 900], kinds: [1: .worse])).contains("</svg>worse than expected</li>"))
    }

    @Test func `a log axis is said in the caption and leaves out what has no place on it`() {
        let drawn = chart([700, 0, 90_000], axis: .logarithmic)
        #expect(drawn.captionSentences.last == "The vertical axis is logarithmic.")
        #expect(drawn.drawnSeries[0].points.map(\.value) == [700, nil, 90_000])
        #expect(chart([0, -3], axis: .logarithmic).isEmpty)
    }

    @Test func `400 runs with a band, changes and links stay under 60 kB`() {
        let values = (0..<400).map { 800 + Double(($0 * 7919) % 311) + 0.37 }
        let limits = (10..<400).map {
            HistoryBand.Limits(at: $0, lower: 700 + Double(($0 * 31) % 37), upper: 1000 + Double(($0 * 17) % 41))
        }
        let kinds = Dictionary(uniqueKeysWithValues: (0..<200).map { ($0 * 2, $0.isMultiple(of: 2) ? HistoryPoint.Kind.worse : .better) })
        let changes = (1..<20).map { HistoryChange(before: $0 * 20, number: $0, label: "Change \($0)", href: "#change-\($0)") }
        let size = markup(chart(values, kinds: kinds, band: HistoryBand(limits: limits), changes: changes, href: true)).utf8.count
        #expect(size < 60_000)
        #expect(size > 45_000, "links are left out only when there is no room for them")
    }
}

struct HistoryChangeTests {
    private func change(_ position: Int, _ number: Int) -> HistoryChange {
        HistoryChange(before: position, number: number, label: "Change \(number)", href: "#change-\(number)")
    }

    @Test func `a change is a rule between two positions and a link in a ring, and breaks the line`() {
        let drawn = markup(chart([700, 710, 900, 910], changes: [change(2, 1)]))
        #expect(drawn.contains("<line class=\"dash\" x1=\"50%\" x2=\"50%\""))
        #expect(drawn.contains("<a tabindex=\"-1\" href=\"#change-1\" aria-label=\"Change 1\"><title>Change 1</title>"))
        #expect(drawn.contains("<circle cx=\"50%\" cy=\"-15\" r=\"9\"/>"))
        #expect(drawn.texts.contains("1"))
        #expect(!drawn.contains("role=\"img\""), "what is inside an image can't be reached")
        let line = drawn.split(separator: "<svg ").first { $0.hasPrefix("class=\"line\"") } ?? ""
        #expect(String(line).attributes("d", of: "path")[0].count(of: "M") == 2)
    }

    @Test func `rings that would touch stand in rows, and the title moves over those that reach it`() {
        let margins = BoxMargins(labels: 30)
        func rings(_ positions: [Int]) -> HistoryRings {
            HistoryRings(
                positions.enumerated().map { change($1, $0 + 1) }, order: OrdinalScale(count: 100), title: PanelTitle("Warm calls"), margins: margins)
        }
        #expect(rings([60, 75, 90]).places.map(\.level) == [0, 0, 0])
        #expect(rings([60, 62, 64, 66]).places.map(\.level) == [0, 1, 2, nil])
        #expect(rings([60, 75]).titleRise == 0 && rings([60, 75]).extraHeight == 0)
        #expect(rings([60, 62]).extraHeight == 20)
        #expect(rings([2, 60]).titleRise == 20)
        #expect(rings([2, 4]).titleRise == 40)
        #expect(rings([]).extraHeight == 0)
    }
}
