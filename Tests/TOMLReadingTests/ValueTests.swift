import Testing

@testable import TOMLReading

/// What the specification allows, rule by rule, and what it means. Source: TOML 1.0.0.
struct ValueTests {
    @Test(arguments: [
        ("", ""),
        (" \t\n\r\n# only a comment\n\t# another, with a tab\t and ä", ""),
        ("a = 1 # why\nb=2\r\nc\t=\t3", "a=1 b=2 c=3"),
        ("\u{FEFF}a = 1", "a=1"),
    ])
    func `lines end with LF or CRLF, and comments say nothing`(toml: String, expected: String) {
        #expect(TOMLText(toml).shown == expected)
    }

    @Test(arguments: [
        ("bare_key-1 = 1", "bare_key-1=1"),
        ("1234 = 1\n- = 2\n_ = 3", "1234=1 -=2 _=3"),
        ("\"a b\" = 1\n'c\"d' = 2\n\"\\u00e9\" = 3", "a b=1 c\"d=2 é=3"),
        ("\"\" = 1", "=1"),
        ("a.b.c = 1\na.b.d = 2\na.e = 3", "a={b={c=1 d=2} e=3}"),
        ("a . \"b.c\"\t. 'd' = 1", "a={b.c={d=1}}"),
        ("3.14159 = \"pi\"", "3={14159=\"pi\"}"),
        ("true = 1\ninf = 2\n2025-11-15 = 3", "true=1 inf=2 2025-11-15=3"),
        ("a.x = 1\nb.x = 2\na.y = 3", "a={x=1 y=3} b={x=2}"),
    ])
    func `keys are bare, quoted or dotted`(toml: String, expected: String) {
        #expect(TOMLText(toml).shown == expected)
    }

    @Test func `keys that look alike are two where their scalars differ`() throws {
        let table = try #require(TOMLText("\"\u{E4}\" = 1\n\"a\u{308}\" = 2\n\"K\" = 3\n\"\u{212A}\" = 4").table)
        #expect(table.entries.map(\.value.integer) == [1, 2, 3, 4])
        #expect(["\u{E4}", "a\u{308}", "K", "\u{212A}"].map { table[$0]?.integer } == [1, 2, 3, 4])
    }

    @Test(arguments: [
        (#"a = "x""#, "x"),
        (#"a = """#, ""),
        (#"a = "\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"),
        (#"a = "\u00E9\U0001F600\u0000|""#, "é😀\u{0}|"),
        (#"a = "\ud7ff\uE000\U0010FFFF""#, "\u{D7FF}\u{E000}\u{10FFFF}"),
        ("a = \"tab\there, and # no comment\"", "tab\there, and # no comment"),
        (#"a = 'C:\new "x"'"#, #"C:\new "x""#),
        ("a = ''", ""),
        ("a = \"\"\"\nx\n y\"\"\"", "x\n y"),
        ("a = \"\"\"\r\nx\r\ny\"\"\"", "x\r\ny"),
        ("a = \"\"\"\n\nx\"\"\"", "\nx"),
        ("a = \"\"\"x \\\n\n   \t y \\  \r\n z\"\"\"", "x y z"),
        ("a = \"\"\"\\\n   \"\"\"", ""),
        (#"a = """\u0041\\n\"""" # "#, "A\\n\""),
        (#"a = """a"b""c""""""#, "a\"b\"\"c\"\""),
        ("a = \"\"\"\"\"x\"\"\"\"\"", "\"\"x\"\""),
        ("a = \"\"\"\"\"\"\"\"", "\"\""),
        ("a = '''\nC:\\x 'y' ''z'' '''", "C:\\x 'y' ''z'' "),
        ("a = '''''x'''''", "''x''"),
        ("a = ''''''", ""),
    ])
    func `strings are of four kinds`(toml: String, expected: String) {
        let text = TOMLText(toml)
        #expect(text.table?["a"]?.string == expected, "\(text.shown)")
    }

    @Test(arguments: [
        ("0", "0"), ("+0", "0"), ("-0", "0"), ("42", "42"), ("+99", "99"), ("-17", "-17"), ("1_000", "1000"), ("5_349_221", "5349221"),
        ("1_2_3", "123"), ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
        ("0xDEAD_beef", "3735928559"), ("0x7fffffffffffffff", "9223372036854775807"), ("0x00ff", "255"), ("0o755", "493"), ("0o0", "0"),
        ("0b1101_0110", "214"),
    ])
    func `integers have 64 bits and four bases`(written: String, expected: String) {
        #expect(TOMLText("a = \(written)").shown == "a=\(expected)")
    }

    @Test(
        arguments: [
            ("1.0", 1), ("+3.1415", 3.1415), ("-0.01", -0.01), ("5e+22", 5e22), ("1e06", 1e6), ("-2E-2", -2e-2), ("6.626e-34", 6.626e-34),
            ("224_617.445_991_228", 224_617.445991228), ("0e0", 0), ("1e1_0", 1e10), ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("5e-324", .leastNonzeroMagnitude), ("1e-999999999999999999999", 0), ("0.1", 0.1), ("inf", .infinity), ("+inf", .infinity),
            ("-inf", -.infinity),
        ] as [(String, Double)])
    func `numbers with a fraction or an exponent are doubles`(written: String, expected: Double) throws {
        let value = try #require(TOMLText("a = \(written)").table?["a"])
        #expect(value.number == expected && value.integer == nil)
    }

    @Test(arguments: ["nan", "+nan", "-nan"]) func `not a number is a number's kind`(written: String) {
        #expect(TOMLText("a = \(written)").table?["a"]?.number?.isNaN == true)
    }

    @Test func `zero keeps its sign only with a fraction`() {
        #expect(TOMLText("a = [-0.0, 0.0, -0]").shown == "a=[-0.0 0.0 0]")
    }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "1979-05-27T07:32:00Z"), ("1979-05-27t07:32:00z", "1979-05-27T07:32:00Z"),
        ("1979-05-27 07:32:00-07:00", "1979-05-27T07:32:00-07:00"), ("1979-05-27T00:32:00.999999999+23:59", "1979-05-27T00:32:00.999999999+23:59"),
        ("1979-05-27T00:32:00.1234567899", "1979-05-27T00:32:00.123456789"), ("1979-05-27 07:32:00 # no zone", "1979-05-27T07:32:00"),
        ("1979-05-27 # no time", "1979-05-27"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("0000-01-01", "0000-01-01"),
        ("9999-12-31", "9999-12-31"), ("07:32:00", "07:32:00"), ("23:59:60.5", "23:59:60.500"),
    ])
    func `dates and times are of four kinds`(written: String, expected: String) {
        #expect(TOMLText("a = \(written)").shown == "a=\(expected)")
    }

    @Test func `a date between commas is no longer than it is`() {
        #expect(TOMLText("a = [1979-05-27 , 1979-05-28 07:32:00,07:32:00 ]").shown == "a=[1979-05-27 1979-05-28T07:32:00 07:32:00]")
    }

    @Test(arguments: [
        ("a = true\nb = false", "a=true b=false"),
        ("a = []", "a=[]"),
        ("a = [ 1, \"x\", [2.5, true], {b = 1} ]", "a=[1 \"x\" [2.5 true] {b=1}]"),
        ("a = [\n  1, # one\n\n  2,\r\n  # no more\n]", "a=[1 2]"),
        ("a = [1,]", "a=[1]"),
        ("a = {}", "a={}"),
        ("a = { b = 1, c.d = 2, c.e = 3, \"f g\" = {h = []} }", "a={b=1 c={d=2 e=3} f g={h=[]}}"),
        ("a = {b = [\n1,\n2 ] , c = \"\"\"\nx\"\"\" }", "a={b=[1 2] c=\"x\"}"),
        ("a.b = {c = 1}\na.d = 2", "a={b={c=1} d=2}"),
    ])
    func `truth values, arrays and tables in braces`(toml: String, expected: String) {
        #expect(TOMLText(toml).shown == expected)
    }

    @Test(arguments: [
        ("x = 0\n[a]\nb = 1\n[c]\nb = 2", "x=0 a={b=1} c={b=2}"),
        ("[a]\n[b]", "a={} b={}"),
        ("[ a . 'b.c' . \"d\" ] # why\ne = 1", "a={b.c={d={e=1}}}"),
        ("[a.b.c]\nx = 1\n[a]\ny = 2", "a={b={c={x=1}} y=2}"),
        ("[a.b]\nx = 1\n[c]\n[a.d]\ny = 2", "a={b={x=1} d={y=2}} c={}"),
        ("[a]\nb.c = 1\n[a.b.d]\nx = 2", "a={b={c=1 d={x=2}}}"),
        ("[a.b.c]\nx = 1\n[a]\nb.y = 2", "a={b={c={x=1} y=2}}"),
        ("a.b = 1\n[c]\na.b = 2", "a={b=1} c={a={b=2}}"),
    ])
    func `headers open tables, in any order`(toml: String, expected: String) {
        #expect(TOMLText(toml).shown == expected)
    }

    @Test(arguments: [
        ("[[a]]\nx = 1\n[[a]]\n[[a]]\nx = 3", "a=[{x=1} {} {x=3}]"),
        ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2", "a=[{b={x=1}} {b={x=2}}]"),
        ("[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\n[[a.b]]\nx = 3", "a=[{b=[{x=1} {x=2}]} {b=[{x=3}]}]"),
        ("[[ a . b ]]\nc.d = 1", "a={b=[{c={d=1}}]}"),
        ("[a]\nb.c = 1\n[[a.b.d]]\nx = 2", "a={b={c=1 d=[{x=2}]}}"),
    ])
    func `headers in two brackets add to an array of tables`(toml: String, expected: String) {
        #expect(TOMLText(toml).shown == expected)
    }
}
