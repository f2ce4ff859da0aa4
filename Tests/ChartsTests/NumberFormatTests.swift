import Bytes
import Charts
import Testing

/// Narrow spaces are shown as `_` here, so that an expectation can be read.
private func shown(_ text: String) -> String {
    text.replacing("\u{202F}", with: "_").replacing("\u{A0}", with: "~")
}

struct NumberFormatTests {
    @Test(arguments: [
        (0.04, "40.0 µs"), (0.9994, "999 µs"), (1, "1.00 ms"), (9.994, "9.99 ms"), (9.996, "10.0 ms"), (53.58, "53.6 ms"),
        (99.94, "99.9 ms"), (99.96, "100 ms"), (526.4, "526 ms"), (1999.4, "1999 ms"), (2000, "2.00 s"), (24_108.5, "24.11 s"),
        (119_990, "119.99 s"), (120_000, "2.00 min"), (900_000, "15.00 min"), (0, "0 ms"), (-705, "−705 ms"),
    ])
    func `a column of times takes its unit and decimals from its size`(milliseconds: Double, expected: String) {
        let text = NumberFormat(milliseconds, of: .milliseconds, in: .column).text(milliseconds)
        #expect(shown(text) == expected.replacing(" ", with: "_"))
    }

    @Test(arguments: [
        (526, "526 ms"), (999.4, "999 ms"), (1000, "1.00 s"), (5051.2, "5.05 s"), (9996, "10.0 s"), (67_380, "67.4 s"),
        (113_882, "113.9 s"), (150_000, "2.50 min"),
    ])
    func `in sentences and headlines times from 1000 ms on are seconds`(milliseconds: Double, expected: String) {
        for setting in [NumberSetting.sentence, .headline] {
            let text = NumberFormat(milliseconds, of: .milliseconds, in: setting).text(milliseconds)
            #expect(shown(text) == expected.replacing(" ", with: "_"))
        }
    }

    @Test func `times given in seconds follow the same rules`() {
        #expect(shown(NumberFormat(57.1664, of: .seconds, in: .sentence).text(57.1664)) == "57.2_s")
        #expect(shown(NumberFormat(0.652, of: .seconds, in: .column).text(0.652)) == "652_ms")
    }

    @Test(arguments: [
        (Quantity.tokensPerSecond, 41.176, "41.2_tok/s", "41.2_tok/s", "41.2_tok/s"),
        (.tokensPerSecond, 999.96, "1000_tok/s", "1000_tok/s", "1000_tok/s"),
        (.tokensPerSecond, 12_345.6, "12_346_tok/s", "12_346_tok/s", "12_346_tok/s"),
        (.fraction, 0.996, "99.6_%", "100_%", "99.6_%"),
        (.speedUp, 1.9921, "1.99_×", "1.99_×", "1.99_×"),
        (.count, 6623, "6623", "6623", "6623"),
        (.count(of: "tokens"), 57_144, "57_144_tokens", "57_144_tokens", "57_144_tokens"),
        (.count(of: "tokens"), 1_002_003, "1_002_003_tokens", "1_002_003_tokens", "1_002_003_tokens"),
        (.count(of: "calls"), 9999, "9999_calls", "9999_calls", "9999_calls"),
        (.bytes, 1234, "1234_B", "1234_B", "1234_B"),
        (.bytes, 43_650, "43.7_kB", "43.7_kB", "43.7_kB"),
        (.bytes, 441_517, "442_kB", "442_kB", "442_kB"),
        (.bytes, 2_250_000, "2.3_MB", "2.3_MB", "2.3_MB"),
        (.other(unit: "GiB/s"), 12.345, "12.3_GiB/s", "12.3_GiB/s", "12.3_GiB/s"),
    ])
    func `every kind has its decimals in a column, a sentence and a headline`(
        quantity: Quantity, value: Double, column: String, sentence: String, headline: String
    ) {
        #expect(shown(NumberFormat(value, of: quantity, in: .column).text(value)) == column)
        #expect(shown(NumberFormat(value, of: quantity, in: .sentence).text(value)) == sentence)
        #expect(shown(NumberFormat(value, of: quantity, in: .headline).text(value)) == headline)
    }

    @Test func `a column has the unit and the decimals of its median`() {
        let values: [Double?] = [591, nil, 80, 600, 21, 815, .nan]
        let format = NumberFormat(values, of: .milliseconds)
        #expect(values.map(format.number) == ["591", "–", "80", "600", "21", "815", "–"])
        #expect(NumberFormat([1500, 2400, 8000], of: .milliseconds).number(1500) == "1.50")
        #expect(NumberFormat([Double?](), of: .milliseconds).number(nil) == "–")
    }

    @Test func `a change carries its sign, and zero has none`() {
        let format = NumberFormat(0.426, of: .fraction, in: .column)
        #expect([0.426, -0.0412, 0, -0.0004].map(format.change) == ["+42.6", "−4.1", "0.0", "0.0"])
        #expect(format.change(nil) == "–")
        #expect(format.change(.infinity) == "–")
    }

    @Test(arguments: [
        (115.977, 1.161, "116.0~±~1.2_tok/s"), (40.04, 0.0996, "40.04~±~0.10_tok/s"), (40.04, 9.96, "40~±~10_tok/s"),
        (12_920.4, 1841.2, "12_920~±~1841_tok/s"), (41.26, 0, "41.3~±~0.0_tok/s"), (41.26, .nan, "41.3~±~–"),
    ])
    func `a deviation has two digits and its value the same place`(value: Double, deviation: Double, expected: String) {
        let format = NumberFormat(value, of: .tokensPerSecond, in: .column)
        #expect(shown(format.text(value, deviation: deviation)) == expected)
    }

    @Test(arguments: [
        (1.426, "+43_%", "+42.6_%"), (0.712, "−29_%", "−28.8_%"), (2, "+100_%", "+100.0_%"), (2.4, "×2.4", "×2.4"),
        (12.34, "×12.3", "×12.3"), (250.2, "×250", "×250"), (1, "0_%", "0.0_%"), (.nan, "–", "–"),
    ])
    func `a ratio is a change in per cent, or a multiple above 2`(ratio: Double, sentence: String, column: String) {
        #expect(shown(NumberFormat.ratio(ratio)) == sentence)
        #expect(shown(NumberFormat.ratio(ratio, in: .column)) == column)
    }

    @Test func `a range has an en dash without spaces`() {
        #expect(NumberFormat([591, 820], of: .milliseconds).range(590.9, 820.2) == "591–820")
    }

    @Test func `a unit without rules is kept, and escaped in a page`() {
        #expect(Quantity.given(in: "tok/s") == .tokensPerSecond)
        #expect(shown(NumberFormat(3, of: .given(in: "J/token"), in: .column).text(3)) == "3.00_J/token")
        var page = ByteBuffer()
        page.append(withUnit: 3, as: NumberFormat(3, of: .given(in: "<b>"), in: .column))
        #expect(page.string == "3.00\u{202F}&lt;b&gt;")
    }

    @Test func `a number that is too large for whole-number arithmetic is still written`() {
        #expect(NumberFormat(1e300, of: .count, in: .column).number(1e300) == "1e+300")
    }
}
