import Testing

@testable import Bytes

struct BytesTests {
    private func text(_ write: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer()
        write(&buffer)
        return buffer.string
    }

    @Test func `text is escaped at its four special characters and nowhere else`() {
        #expect(text { $0.append(escaped: "a<b> & \"c\" 'd' é") } == "a&lt;b&gt; &amp; &quot;c&quot; 'd' é")
        #expect(text { $0.append(escaped: "") } == "")
        #expect(text { $0.append(escaped: "&&") } == "&amp;&amp;")
        #expect(text { $0.append(escaped: "plain".dropFirst()) } == "lain")
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-12, "-12"), (1_234_567_890_123, "1234567890123"), (Int.min, "-9223372036854775808")])
    func `whole numbers`(value: Int, expected: String) {
        #expect(text { $0.append(value) } == expected)
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (1.005, 2, "1.00"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1292.15115, 1, "1292.2"),
        (0.05, 1, "0.1"), (41.08, 3, "41.080"), (9.996, 2, "10.00"), (.nan, 1, "0"), (-0.5, 0, "-1"),
    ])
    func `numbers with a fixed number of decimals`(value: Double, decimals: Int, expected: String) {
        #expect(text { $0.append(value, decimals: decimals) } == expected)
    }

    @Test(arguments: [(50.0, "50"), (33.333, "33.33"), (12.50, "12.5"), (-0.004, "0"), (99.999, "100")])
    func `positions are as short as two decimals allow`(value: Double, expected: String) {
        #expect(text { $0.append(position: value) } == expected)
    }

    @Test(arguments: [(1.0, "1"), (0.1, "0.1"), (1992.1145275966528, "1992.1145275966528"), (-3.0, "-3"), (1e21, "1e+21")])
    func `data files hold the shortest text that reads back the same`(value: Double, expected: String) {
        #expect(text { $0.append(shortest: value) } == expected)
        #expect(Double(expected) == value)
    }

    @Test func `an attribute is escaped`() {
        #expect(text { $0.append(attribute: "title", "5 < 6 \"x\"") } == " title=\"5 &lt; 6 &quot;x&quot;\"")
    }

    @Test(arguments: [("", ""), ("  \n", ""), ("a", "a"), (" a b \r\n\n", "a b"), ("\u{2028}é\t", "é")])
    func `text is trimmed at its two ends only`(text: String, expected: String) {
        #expect(text.trimmed(\.isWhitespace) == expected)
        #expect(" \(text)".trimmed(\.isNewline).hasPrefix(" "))
    }
}
