import Bytes
import Testing

@testable import Charts

private let plot = IntervalPlot(scale: IntervalScale(centers: []))

private func drawn(_ center: Double?, _ interval: ClosedRange<Double>?, _ kind: IntervalPlot.Kind, on plot: IntervalPlot = plot) -> String {
    var buffer = ByteBuffer()
    plot.write(center: center, interval: interval, kind: kind, name: "insight & \"TTFT\"", into: &buffer)
    return buffer.string
}

struct IntervalPlotTests {
    @Test func `the scale reaches about to half and twice, and further only for the centres`() {
        #expect(IntervalScale(centers: []).limit == 2.1)
        #expect(IntervalScale(centers: [0.7, 1.4, .nan, 0, -3]).limit == 2.1)
        #expect(abs(IntervalScale(centers: [1, 0.4]).limit - 2.875) < 1e-12)
        #expect(IntervalScale(centers: [900]).limit == 4)
    }

    @Test func `a ratio and its inverse lie equally far from no change`() {
        let scale = IntervalScale(centers: [])
        #expect(scale.fraction(of: 1) == 0.5)
        #expect(abs(scale.fraction(of: 1.5) + scale.fraction(of: 1 / 1.5) - 1) < 1e-12)
        #expect(abs(scale.fraction(of: 2.1) - 1) < 1e-12)
    }

    @Test func `every verdict has a mark of its own`() {
        #expect(drawn(1.4, 1.3...1.5, .regression).contains("<g class=\"worse\">"))
        #expect(drawn(1.4, 1.3...1.5, .regression).attributes("d", of: "path") == ["M0-5 5 0 0 5-5 0z"])
        #expect(drawn(0.6, 0.5...0.7, .improvement).contains("<circle class=\"dot\" cx=\"15.57%\" cy=\"50%\" r=\"4\"/>"))
        #expect(drawn(1, 0.9...1.1, .noChange).contains("<g class=\"steady\">"))
        #expect(drawn(1, 0.9...1.1, .noChange).contains("<circle class=\"dot\" cx=\"50%\" cy=\"50%\" r=\"3\"/>"))
        #expect(drawn(1, 0.9...1.1, .notEnoughData).contains("<circle class=\"hollow\" cx=\"50%\""))
    }

    @Test func `an arrow stands where the interval leaves the scale`() {
        let both = drawn(1, 0.1...Double.infinity, .noChange)
        #expect(both.contains("<line class=\"line\" x1=\"0%\" x2=\"100%\""))
        #expect(both.attributes("d", of: "path") == ["M0 0 6-3.5v7z", "M0 0-6-3.5v7z"])
        #expect(drawn(1, 0.9...1.1, .noChange).count(of: "<path") == 0)
        #expect(drawn(9, nil, .improvement).contains("cx=\"95%\""), "a centre off the scale stands at its end")
        #expect(drawn(9, nil, .improvement).count(of: "M0 0-6-3.5v7z") == 1)
    }

    @Test func `a row without a ratio has the rules only`() {
        for row in [drawn(nil, nil, .noChange), drawn(.nan, 1...2, .regression), drawn(0, nil, .noChange)] {
            #expect(row.attributes("class", of: "line") == ["zero", "axis", "zero"])
            #expect(!row.contains("<g"))
        }
        #expect(drawn(nil, nil, .noChange).contains("aria-label=\"insight &amp; &quot;TTFT&quot;\""))
    }

    @Test func `the head names the rules`() {
        var head = ByteBuffer()
        plot.writeHead(into: &head)
        #expect(head.string.texts == ["−33\u{202F}%", "0", "+50\u{202F}%"])
        #expect(head.string.count(of: "class=\"mid\"") == 3)
        var crowded = ByteBuffer()
        IntervalPlot(scale: IntervalScale(centers: [4])).writeHead(into: &crowded)
        #expect(crowded.string.count(of: "class=\"mid\"") == 1, "the outer labels lean outwards")
    }
}
