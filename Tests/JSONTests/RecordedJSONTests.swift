import Testing

@testable import JSON

struct RecordedJSONTests {
    private func read(_ text: String, skimming keys: Set<String> = []) -> RecordedJSON { JSON.recorded(parsing: Array(text.utf8), skimming: keys) }

    @Test func `words that are no JSON are read, and remembered`() throws {
        let recorded = read(#"{"a": Infinity, "b": NaN, "c": -Infinity, "d": 1e999, "e": 1.5}"#)
        let object = try #require(recorded.values.first)
        #expect(recorded.failure == nil)
        #expect(object["a"]?.number == .infinity)
        #expect(["b", "c", "d"].allSatisfy { object[$0]?.isNull == true })
        #expect(object["e"]?.number == 1.5)
        #expect(recorded.strict == nil)
        #expect(recorded.objection == JSONError("Infinity is not a JSON number; a value that was not measured is null", at: 6))
    }

    @Test func `objects may follow one another with or without a line between them`() {
        #expect(read("{\"a\": 1}{\"a\": 2}\n\n{\n\"a\": 3}\n").values.compactMap { $0["a"]?.number } == [1, 2, 3])
        #expect(read("[1, [2, 3]]\n[4]").flattened.compactMap(\.number) == [1, 2, 3, 4])
    }

    @Test func `the values before a mistake are kept beside it`() {
        let recorded = read("{\"a\": 1}\n<<<<<<< HEAD\n{\"a\": 2}")
        #expect(recorded.values.count == 1)
        #expect(recorded.failure == JSONError("unexpected text after the end of the value", at: 9))
        #expect(read("1 2").failure == JSONError("unexpected text after the end of the value", at: 2))
        #expect(read("").failure == JSONError("the file is empty", at: 0))
    }

    @Test func `text that is JSON to the letter is the same to both readers`() throws {
        let text = #" {"a": [1, -2.5e3, {"b": "c\u00e9"}], "d": null} "#
        #expect(read(text).strict == (try JSON(parsing: Array(text.utf8))))
    }

    @Test func `what nobody needs is checked and forgotten`() {
        let recorded = read(#"{"keep": 1, "long": [[1, 2], {"x": "y", "x": "z"}]}"#, skimming: ["long"])
        #expect(recorded.values.first?["long"]?.isNull == true)
        #expect(recorded.values.first?["keep"]?.number == 1)
        #expect(read(#"{"long": [1, tru]}"#, skimming: ["long"]).failure == JSONError("expected a value", at: 13))
    }

    @Test func `a number of a later line knows where it stood`() throws {
        let lines = try JSON.lines(parsing: Array("{\"a\": 1}\n{\"a\": 2}".utf8))
        #expect(lines[1]["a"]?.offset == 15)
    }
}
