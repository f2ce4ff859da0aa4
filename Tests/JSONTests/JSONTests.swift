import Bytes
import Diagnostics
import Testing

@testable import JSON

struct JSONTests {
    private func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

    private func failure(_ bytes: [UInt8]) -> JSONError? {
        do {
            _ = try JSON(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `values of every kind are read`() throws {
        let json = try parse(#" {"a": [1, -2.5e3, 0, true, false, null], "b": {"c": "x\n\u00e9\ud83d\ude00\/"}, "d": ""} "#)
        #expect(json["a"] == .array([.number(1), .number(-2500), .number(0), .bool(true), .bool(false), .null]))
        #expect(json[path: "b", "c"]?.string == "x\né😀/")
        #expect(json["d"]?.string == "")
        #expect(json["e"] == nil)
    }

    @Test(arguments: ["0.800000011920929", "1992.1145275966528", "123456789012345678", "5e-324", "1.7976931348623157e308", "-0.1"])
    func `numbers are read to the last bit`(text: String) throws {
        #expect(try parse(text).number == Double(text))
    }

    @Test func `a value knows where it stood`() throws {
        let json = try parse("{\n  \"a\": 1,\n  \"b\": \"x\"\n}")
        #expect(json["b"]?.offset == 19)
    }

    @Test(arguments: [
        ("", 0, "the file is empty"), ("  ", 2, "the file is empty"),
        ("{\"a\": 1", 7, "the text ends inside an object"), ("[1, 2", 5, "the text ends inside an array"),
        ("{\"a\": NaN}", 6, "NaN is not a JSON number; a value that was not measured is null"),
        ("[-Infinity]", 1, "-Infinity is not a JSON number; a value that was not measured is null"),
        ("[1e999]", 1, "the number is too large"), ("[01]", 1, "a number must not start like this"),
        ("[1.]", 3, "expected a digit after the decimal point"),
        ("{\"a\": 1, \"a\": 2}", 9, "the key 'a' occurs twice"), ("[1] x", 4, "unexpected text after the end of the value"),
        ("[\"a\nb\"]", 3, "a control character in a string must be escaped"), ("[\"abc", 1, "the text ends inside a string that begins here"),
        ("[\"\\q\"]", 2, "unknown escape"), ("[tru]", 1, "expected a value"), ("{a: 1}", 1, "expected a key in quotes"),
        ("[1 2]", 3, "expected ',' or the end of an array"), ("{\"a\" 1}", 5, "expected ':' after the key 'a'"),
    ])
    func `a mistake is named at its byte`(text: String, offset: Int, message: String) {
        #expect(failure(Array(text.utf8)) == JSONError(message, at: offset))
    }

    @Test func `deep nesting is refused and does not crash`() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 5000)
        #expect(failure(deep) == JSONError("nested deeper than 256 levels", at: 256))
    }

    @Test func `UTF-16 and invalid UTF-8 are refused`() {
        #expect(failure([0xFF, 0xFE, 0x7B, 0x00])?.message == "the file is UTF-16; save it as UTF-8")
        #expect(failure([0x7B, 0x00, 0x7D, 0x00])?.message == "the file is UTF-16; save it as UTF-8")
        #expect(failure(Array("[\"".utf8) + [0xB0] + Array("\"]".utf8)) == JSONError("the byte 0xB0 is not valid UTF-8", at: 2))
        #expect(failure(Array("[\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8))?.offset == 2)
    }

    @Test func `a byte order mark is skipped`() throws {
        #expect(try JSON(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == .array([.number(1)]))
    }

    @Test func `every prefix of a text is refused without a crash`() {
        let text = Array(#"{"a": [1, {"b": "c\u00e9"}], "d": -1.5e3, "e": true}"#.utf8)
        for length in 0..<text.count { #expect(failure(Array(text.prefix(length))) != nil) }
    }

    @Test func `a file is written with sorted keys and short arrays on one line`() throws {
        let json = try parse(#"{"b": [1, 2.5], "a": {"z": null, "y": []}, "c": [{"k": "v\"\n\u0001"}], "d": {}}"#)
        var output = ByteBuffer()
        json.write(into: &output)
        #expect(
            output.string == """
                {
                  "a": {
                    "y": [],
                    "z": null
                  },
                  "b": [1, 2.5],
                  "c": [
                    {
                      "k": "v\\"\\n\\u0001"
                    }
                  ],
                  "d": {}
                }
                """)
        #expect(try JSON(parsing: output.bytes) == json)
    }

    @Test func `a missing key and a wrong type are errors at their places`() throws {
        let json = try parse(#"{"a": "x", "n": null}"#)
        #expect(throws: JSONError("'a' must be a number, not text", at: 6)) { try json.requireNumber("a") }
        #expect(throws: JSONError("the key 'b' is missing", at: 0)) { try json.requireString("b") }
        #expect(try json.optionalNumber("n") == nil)
    }
}
