import JSON
import Testing

@testable import TOMLReading

/// What the specification forbids, rule by rule, each at its place.
struct MistakeTests {
    private static let form = "a date is written as 2025-11-15 or 2025-11-15T20:51:23Z"
    private static let needsQuotes = "one with other characters than letters, digits, '_' and '-' stands in quotation marks"
    private static let noTime = "there is no such time; the last of a day is 23:59:59"
    private static let noNumber = "this is no number; text stands in quotation marks"

    private func check(_ toml: String, _ expected: String) {
        let text = TOMLText(toml)
        #expect(text.table == nil)
        #expect(text.mistakes == [expected], "\(toml.debugDescription)")
    }

    @Test(arguments: [
        ("a = 1 b = 2", "1:7 after a value its line ends; this one goes on with 'b'"),
        ("[a] b = 2", "1:5 after a header its line ends; this one goes on with 'b'"),
        ("a = 1\rb = 2", "1:6 after a value its line ends; this one goes on with the character U+000D"),
        ("\n# a\u{7} bell", "2:4 a comment may not hold the character U+0007"),
        ("# bare\rreturn", "1:7 a comment may not hold the character U+000D"),
        ("a = 1 #\u{7F}", "1:8 a comment may not hold the character U+007F"),
        ("a = 1\u{C}", "1:5 this is no number; text stands in quotation marks"),
        ("\u{FEFF}\u{FEFF}a = 1", "1:2 expected a key, found the character U+FEFF; \(Self.needsQuotes)"),
    ])
    func `a line holds one thing`(toml: String, expected: String) { check(toml, expected) }

    @Test(arguments: [
        ("= 1", "1:1 expected a key, found '='"),
        ("größe = 1", "1:3 expected '=' after the key, found 'ö'"),
        ("äh = 1", "1:1 expected a key, found 'ä'; \(Self.needsQuotes)"),
        ("title: \"x\"", "1:6 expected '=' after the key, found ':'"),
        ("title", "1:6 expected '=' after the key, found the end of the text"),
        ("title\n= 1", "1:6 expected '=' after the key, found the end of the line"),
        ("a b = 1", "1:3 expected '=' after the key, found 'b'"),
        ("a. = 1", "1:4 expected a key, found '='"),
        (".a = 1", "1:1 expected a key, found '.'"),
        ("a..b = 1", "1:3 expected a key, found '.'"),
        ("\"a = 1", "1:1 the string that begins here has no end; close it with \""),
        ("\"\"\"a\"\"\" = 1", "1:3 expected '=' after the key, found '\"'"),
        ("a =", "1:4 a value is missing"),
        ("a = \nb = 1", "1:5 a value is missing"),
        ("a = # nothing", "1:5 a value is missing"),
        ("a = = 1", "1:5 unknown value '='; text stands in quotation marks"),
    ])
    func `a key has a name, '=' and a value`(toml: String, expected: String) { check(toml, expected) }

    @Test(arguments: [
        ("a = \"x", "1:5 the string that begins here has no end; close it with \""),
        ("a = \"x\nb = \"y\"", "1:5 the string that begins here has no end; close it with \""),
        ("a = 'x\r\n", "1:5 the string that begins here has no end; close it with '"),
        ("\na = \"\"\"x\n\"\"", "2:5 the string that begins here has no end; close it with \"\"\""),
        ("a = '''x''", "1:5 the string that begins here has no end; close it with '''"),
        ("a = \"\\", "1:6 there is no such escape; a backslash is written as \\\\, or the string stands between '"),
        ("a = \"ä\\q\"", "1:7 there is no such escape; a backslash is written as \\\\, or the string stands between '"),
        ("a = \"\\ä\"", "1:6 there is no such escape; a backslash is written as \\\\, or the string stands between '"),
        ("a = \"\\e\"", "1:6 there is no such escape; a backslash is written as \\\\, or the string stands between '"),
        ("a = \"C:\\Users\"", "1:8 this escape has 8 hexadecimal digits"),
        ("a = \"\\u12\"", "1:6 this escape has 4 hexadecimal digits"),
        ("a = \"\\ud800\"", "1:6 Unicode has no character of this number"),
        ("a = \"\\ud83d\\ude00\"", "1:6 Unicode has no character of this number"),
        ("a = \"\\U00110000\"", "1:6 Unicode has no character of this number"),
        ("a = \"\\UFFFFFFFF\"", "1:6 Unicode has no character of this number"),
        ("a = \"\"\"x \\ y\"\"\"", "1:10 there is no such escape; a backslash is written as \\\\, or the string stands between '"),
        ("a = \"x\u{1F}\"", "1:7 a string may not hold the character U+001F; between \" it may be written with an escape such as \\u001B"),
        ("a = 'x\u{7F}'", "1:7 a string may not hold the character U+007F; between \" it may be written with an escape such as \\u001B"),
        ("a = '''x\ry'''", "1:9 a string may not hold the character U+000D; between \" it may be written with an escape such as \\u001B"),
        ("a = \"\"\"x\"\"\"\"\"\"", "1:14 after a value its line ends; this one goes on with '\"'"),
        ("a = “x”", "1:5 unknown value '“x”'; text stands in quotation marks"),
    ])
    func `a string has an end, and only characters and escapes that there are`(toml: String, expected: String) { check(toml, expected) }

    @Test(arguments: [
        ("01", "a number has no leading zeros"), ("-01", "a number has no leading zeros"), ("00.5", "a number has no leading zeros"),
        ("0_1", "a number has no leading zeros"), ("1__0", "an underscore in a number stands between two digits"),
        ("1_", "an underscore in a number stands between two digits"), ("0x_1", "an underscore in a number stands between two digits"),
        ("1._5", "an underscore in a number stands between two digits"), ("1_.5", "an underscore in a number stands between two digits"),
        ("1e_5", "an underscore in a number stands between two digits"), ("1.", "a decimal point stands between two digits"),
        ("1.e5", "a decimal point stands between two digits"), ("1.2.3", Self.noNumber),
        ("1e", Self.noNumber), ("1e5.5", Self.noNumber),
        ("+", Self.noNumber), ("--1", Self.noNumber),
        ("+.5", Self.noNumber), ("+0x1", Self.noNumber),
        ("0X1", Self.noNumber), ("0x", Self.noNumber),
        ("0xG", Self.noNumber), ("0o8", Self.noNumber),
        ("0b2", Self.noNumber), ("0x1.5", Self.noNumber),
        ("5ms", Self.noNumber), ("+Inf", Self.noNumber),
        ("9223372036854775808", "an integer lies between -9223372036854775808 and 9223372036854775807"),
        ("-9223372036854775809", "an integer lies between -9223372036854775808 and 9223372036854775807"),
        ("0xFFFFFFFFFFFFFFFF", "an integer lies between -9223372036854775808 and 9223372036854775807"),
        ("99999999999999999999999999999999999999999", "an integer lies between -9223372036854775808 and 9223372036854775807"),
        ("1e999", "the number is too large; the largest is about 1.8e308"),
        ("-1e99999999999999999999999", "the number is too large; the largest is about 1.8e308"),
        (".5", "unknown value '.5'; text stands in quotation marks"), ("True", "unknown value 'True'; did you mean 'true'?"),
        ("fals", "unknown value 'fals'; did you mean 'false'?"), ("yes", "unknown value 'yes'; text stands in quotation marks"),
        ("NaN", "unknown value 'NaN'; text stands in quotation marks"), ("null", "unknown value 'null'; text stands in quotation marks"),
    ])
    func `a word is a number, true or false, or nothing`(word: String, message: String) {
        check("a = \(word)", "1:5 \(message)")
    }

    @Test(arguments: [
        ("2025-13-01", "the calendar has no such day"), ("2025-00-01", "the calendar has no such day"),
        ("2025-02-29", "the calendar has no such day"), ("1900-02-29", "the calendar has no such day"),
        ("2025-04-31", "the calendar has no such day"), ("2025-04-00T00:00:00Z", "the calendar has no such day"),
        ("24:00:00", Self.noTime), ("2025-11-15T12:60:00", Self.noTime),
        ("2025-11-15 12:00:61Z", Self.noTime),
        ("2025-11-15T12:00:00+24:00", "there is no such zone; the last are -23:59 and +23:59"),
        ("2025-11-15T12:00:00-01:60", "there is no such zone; the last are -23:59 and +23:59"),
        ("2025-1-15", Self.form), ("2025-11-1", Self.form),
        ("2025-11-15T", Self.form), ("2025-11-15T12:00", Self.form),
        ("2025-11-15T12:00:00.", Self.form), ("12:00", Self.form),
        ("2025-11-15Z", Self.form), ("12:00:00Z", Self.form),
        ("2025-11-15T12:00:00+1:00", Self.form), ("12345-01-01", Self.noNumber),
    ])
    func `a date is one of the calendar, and a time one of the day`(word: String, message: String) {
        check("a = \(word)", "1:5 \(message)")
    }

    @Test(arguments: [
        ("a = [1", "1:5 the array that begins here has no end; close it with ']'"),
        ("a = [1,\n# ]\n", "1:5 the array that begins here has no end; close it with ']'"),
        ("a = [1 2]", "1:8 expected ',' or ']' after an element of the array, found '2'"),
        ("a = [1,,2]", "1:8 a value is missing"), ("a = [,]", "1:6 a value is missing"),
        ("a = [1}", "1:7 expected ',' or ']' after an element of the array, found '}'"),
        ("a = [\n1\nb = 2", "3:1 expected ',' or ']' after an element of the array, found 'b'"),
        ("a = {b = 1", "1:5 the table that begins here has no '}' on its line"),
        ("a = {b = 1,\nc = 2}", "1:5 the table that begins here has no '}' on its line"),
        ("a = {\n}", "1:5 the table that begins here has no '}' on its line"),
        ("a = {b = 1,}", "1:12 no comma may stand before the closing '}'"),
        ("a = {b = 1 c = 2}", "1:12 expected ',' or '}' after a value, found 'c'"),
        ("a = {,}", "1:6 expected a key, found ','"), ("a = {b}", "1:7 expected '=' after the key, found '}'"),
        ("a = {b = 1 # c\n}", "1:12 expected ',' or '}' after a value, found '#'"),
    ])
    func `arrays and tables in braces are closed, with commas between`(toml: String, expected: String) { check(toml, expected) }

    @Test(arguments: [
        ("[a", "1:3 expected ']' after the table's name, found the end of the text"),
        ("[[a]", "1:4 expected ']]' after the table's name, found ']'"), ("[[a] ]", "1:4 expected ']]' after the table's name, found ']'"),
        ("[a]]", "1:4 after a header its line ends; this one goes on with ']'"),
        ("[a b]", "1:4 expected ']' after the table's name, found 'b'"), ("[a.]", "1:4 expected a key, found ']'"),
        ("[a\n]", "1:3 expected ']' after the table's name, found the end of the line"),
        ("[]", "1:1 a table's name begins with a letter, a digit, '_', '-' or a quotation mark"),
        ("x = 1\n [ %]", "2:2 a table's name begins with a letter, a digit, '_', '-' or a quotation mark"),
        ("[ [a]]", "1:1 a table's name begins with a letter, a digit, '_', '-' or a quotation mark"),
    ])
    func `a header is closed on its line`(toml: String, expected: String) { check(toml, expected) }

    @Test(arguments: [
        ("a = 1\na = 2", "2:1 'a' is there twice"), ("a = 1\n\"\\u0061\" = 2", "2:1 'a' is there twice"),
        ("a = {b = 1, b = 2}", "1:13 'b' is there twice"), ("a = [{b = 1, b = 2}]", "1:14 'b' is there twice"),
        ("a = 1\na.b = 2", "2:1 'a' is there already, and is no table"),
        ("a.b = 1\na.b.c = 2", "2:3 'b' is there already, and is no table"), ("a.b = 1\na = 2", "2:1 'a' is there twice"),
        ("a = {b = 1}\na.c = 2", "2:1 'a' stands between braces, and nothing can be added to it"),
        ("a = {b = {}, b.c = 1}", "1:14 'b' stands between braces, and nothing can be added to it"),
        ("a = {b = 1}\n[a.c]", "2:2 'a' stands between braces, and nothing can be added to it"),
        ("a = {b = 1}\n[[a]]", "2:3 'a' stands between braces, and nothing can be added to it"), ("a = {b = 1}\n[a]", "2:2 'a' is there twice"),
        ("a = [{b = 1}]\n[[a]]", "2:3 'a' is an array, and no table can be added to it"),
        ("a = []\n[a.b]", "2:2 'a' is an array, and no table can be added to it"),
        ("a = [1]\na.b = 1", "2:1 'a' is an array, and no table can be added to it"),
        ("[a]\n[a]", "2:2 'a' is there twice"), ("[a]\n[b]\n[a]\nx = 1", "3:2 'a' is there twice"), ("[a.b]\n[a]\n[a]", "3:2 'a' is there twice"),
        ("[a]\nb.c = 1\n[a.b]", "3:4 'b' is there twice"), ("[a]\nb = 1\n[a.b]", "3:4 'b' is there twice"),
        ("[a]\nb = 1\n[a.b.c]", "3:4 'b' is there already, and is no table"),
        ("[a]\nb.c = 1\n[[a.b]]", "3:5 'b' is one table already, not an array of them"),
        ("[a]\n[[a]]", "2:3 'a' is one table already, not an array of them"),
        ("[a.b]\n[[a]]", "2:3 'a' is one table already, not an array of them"),
        ("[[a]]\n[a]", "2:2 'a' is an array of tables; each begins with [[…]]"),
        ("[a.b]\nx = 1\n[a]\nb.y = 2", "4:1 'b' has a header of its own; write this key under it"),
        ("[a.b.c]\nx = 1\n[a]\nb.c.y = 2", "4:3 'c' has a header of its own; write this key under it"),
        ("[[a.b]]\n[a]\nb.y = 2", "3:1 'b' is an array of tables; write this key under its header"),
        ("[a.b.c]\n[a]\nb.y = 2\n[a.b]", "4:4 'b' is there twice"),
    ])
    func `nothing is there twice, and nothing closed is opened again`(toml: String, expected: String) { check(toml, expected) }

    @Test func `several keys that are there twice are told of together`() {
        #expect(
            TOMLText("a = 1\na = 2\n[b]\n[c]\na = 3\n[b]\na = 4\na = 5\n").mistakes == [
                "2:1 'a' is there twice", "6:2 'b' is there twice", "8:1 'a' is there twice",
            ])
        #expect(TOMLText(String(repeating: "a = 1\n", count: 1000)).mistakes.count == 20)
        #expect(
            TOMLText("a = 1\na = 2\nb = [").mistakes == ["2:1 'a' is there twice", "3:5 the array that begins here has no end; close it with ']'"])
    }

    @Test(
        arguments: [
            ([0x61, 0x20, 0x0A, 0x62, 0xFF], "2:2"), ([0x61, 0x3D, 0x27, 0xC3, 0x28, 0x27], "1:4"), ([0x61, 0x3D, 0x31, 0x0A, 0x00], "2:1"),
            ([0x23, 0xED, 0xA0, 0x80], "1:2"), ([0x23, 0xF4, 0x90, 0x80, 0x80], "1:2"), ([0x23, 0xC0, 0x80], "1:2"), ([0x23, 0xE2, 0x82], "1:2"),
            ([0xFF, 0xFE, 0x61, 0x00], "1:1"), ([0x23, 0x00, 0xFF], "1:2"),
        ] as [([UInt8], String)])
    func `bytes that are no UTF-8, and zeros, are an error at their place`(bytes: [UInt8], place: String) {
        #expect(TOMLText(bytes).mistakes == ["\(place) this line is not UTF-8 text"])
    }

    @Test(arguments: [
        ("a = " + String(repeating: "[", count: 100_000), "1:105 values are nested more than 100 deep"),
        ("a = " + String(repeating: "{b=", count: 100_000), "1:305 values are nested more than 100 deep"),
        (String(repeating: "a.", count: 100_000) + "a = 1", "1:401 keys are nested more than 200 deep"),
        ("[" + String(repeating: "a.", count: 100_000) + "a]", "1:402 keys are nested more than 200 deep"),
        (
            "[" + String(repeating: "a.", count: 149) + "a]\n" + String(repeating: "b.", count: 50) + "b = 1",
            "2:101 keys are nested more than 200 deep"
        ),
        ("x = {" + String(repeating: "a.", count: 198) + "a = {b = 1}}", "1:407 keys are nested more than 200 deep"),
    ])
    func `what is nested too deep is refused by name`(toml: String, expected: String) { check(toml, expected) }

    @Test func `what is nested as deep as may be is read`() throws {
        let arrays = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        let headers = (1...199).map { "[[a\(String(repeating: ".a", count: $0 - 1))]]\n" }.joined()
        let text = TOMLText("\(headers)a = \(arrays)")
        let value = try #require(text.table?["a"])
        #expect(JSON(toml: value) != nil)
        #expect(text.shown == String(repeating: "a=[{", count: 199) + "a=\(arrays)" + String(repeating: "}]", count: 199))
    }
}
