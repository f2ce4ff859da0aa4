import Bytes
import Testing

@testable import Charts

struct SmallChartTests {
    @Test func `a sparkline draws the last 40 values on a scale from zero, with gaps`() {
        var buffer = ByteBuffer()
        Sparkline(name: "insight", values: Array(repeating: 9000, count: 10) + [400, .nan, 800, 600] + Array(repeating: 500, count: 36)).write(
            into: &buffer)
        let path = buffer.string.attributes("d", of: "path")[0]
        #expect(path.hasPrefix("M4 18.5M11.3 4 14.9 11.3"))
        #expect(buffer.string.attributes("cx", of: "circle") == ["146"])
        #expect(buffer.string.contains("role=\"img\" aria-label=\"insight\""))
    }

    @Test func `a sparkline without values is its zero line`() {
        var buffer = ByteBuffer()
        Sparkline(name: "none", values: [nil, .infinity]).write(into: &buffer)
        #expect(!buffer.string.contains("<path") && !buffer.string.contains("<circle"))
        #expect(buffer.string.contains("class=\"zero\""))
    }

    @Test func `a small multiple shows the last 60 values, triangles above its scale and the last figure`() {
        var buffer = ByteBuffer()
        let values: [Double?] = Array(repeating: 100, count: 20) + [3000, nil] + Array(repeating: 600, count: 58)
        SmallMultiple(name: "tr110", summary: "s", quantity: .milliseconds, values: values, upperLimit: 1250).write(into: &buffer)
        #expect(buffer.string.count(of: "<circle") == 58)
        #expect(buffer.string.count(of: "r=\"1.6\"") == 57 && buffer.string.count(of: "r=\"3\"") == 1)
        #expect(buffer.string.count(of: "<path") == 1)
        #expect(buffer.string.texts == ["600\u{202F}ms"])
    }

    @Test func `a shared scale ends at a round value over all but lone outliers`() {
        let usual: [Double?] = (0..<99).map { 300 + Double($0) * 8 }
        #expect(SmallMultiple.upperLimit(of: usual + [90_000, nil, .nan], in: .milliseconds) == 1200)
        #expect(SmallMultiple.upperLimit(of: [], in: .milliseconds) == 1)
        #expect(SmallMultiple.upperLimit(of: [0, 0], in: .milliseconds) == 1)
    }
}
