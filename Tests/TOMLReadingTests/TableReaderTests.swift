import Diagnostics
import JSON
import Testing

@testable import TOMLReading

/// Reading tables by their keys, and where everything stands that is wrong with them.
struct TableReaderTests {
    private func reader(_ toml: String) throws -> TOMLTableReader {
        var diagnostics: [Diagnostic] = []
        let parsed = TOMLSource(Array(toml.utf8), path: "t").parse(reporting: &diagnostics)
        return try #require(parsed)
    }

    private func rendered(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(DiagnosticRenderer.text.render).joined(separator: "\n")
    }

    @Test func `each key stands where it is written, and each value from its first byte to its last`() throws {
        let toml = "a = 1 # x\n\"b c\" . d = [ 'x', {e = 2} ]\n[f.g]\nh = 2025-11-15 10:00:00 \n[[i]]\n[[i]]\n"
        let bytes = Array(toml.utf8)
        var found: [String] = []
        func note(_ table: TOMLTable, _ path: String) {
            for entry in table.entries {
                let name = "\(path)\(entry.key.name.text)"
                let (key, value) = (entry.key.range, entry.value.range)
                found.append("\(name) | \(String(decoding: bytes[key], as: UTF8.self)) | \(String(decoding: bytes[value], as: UTF8.self))")
                for (index, element) in (entry.value.array ?? []).enumerated() {
                    found.append("\(name)[\(index)] | \(element.range.lowerBound) | \(String(decoding: bytes[element.range], as: UTF8.self))")
                    if let table = element.table { note(table, "\(name)[\(index)].") }
                }
                if let table = entry.value.table { note(table, "\(name).") }
            }
        }
        note(try #require(TOMLText(toml).table), "")
        #expect(
            found == [
                "a | a | 1", "b c | \"b c\" | \"b c\"", "b c.d | d | [ 'x', {e = 2} ]", "b c.d[0] | 24 | 'x'", "b c.d[1] | 29 | {e = 2}",
                "b c.d[1].e | e | 2", "f | f | f", "f.g | g | g", "f.g.h | h | 2025-11-15 10:00:00", "i | i | i", "i[0] | 72 | i", "i[1] | 78 | i",
            ])
    }

    @Test func `values of the kinds that are asked for are read`() throws {
        var table = try reader(
            """
            text = "x"
            flag = true
            whole = -3
            number = 2
            part = 2.5
            date = 2025-11-15t10:00:00.50z
            list = ["a", "b"]
            pairs = [["a", "b"]]
            plan = {b = [1, true], a = "x"}
            """)
        #expect(table.string("text") == "x" && table.boolean("flag") == true && table.integer("whole") == -3)
        #expect(table.number("number") == 2 && table.number("part") == 2.5)
        #expect(table.date("date") == "2025-11-15t10:00:00.50z", "as it is written")
        #expect(table.strings("list") == ["a", "b"])
        let (one, more) = (table.oneOrMoreStrings("text"), table.oneOrMoreStrings("list"))
        #expect(one?.map(\.element) == [nil] && more?.map(\.element) == [0, 1])
        #expect(table.pairs("pairs")?.map(\.1) == ["b"])
        #expect(table.isTable("plan") && !table.isTable("text") && !table.isTable("none"))
        #expect(table.jsonValue("plan") == .object(["a": .string("x"), "b": .array([.number(1), .bool(true)])]))
        #expect(table.string("none") == nil && table.tables("none") == nil)
        #expect(table.keys == ["text", "flag", "whole", "number", "part", "date", "list", "pairs", "plan"])
        #expect(table.finish() == [])
    }

    @Test func `a value of another kind is an error at the value`() throws {
        var table = try reader("a = 1.0\n[b]\nc = '''x\ny'''\n[[d]]\n[e.f]\n")
        #expect(table.integer("a") == nil && table.string("b") == nil && table.string("d") == nil && table.boolean("e") == nil)
        let found = table.table("b")
        var inner = try #require(found)
        #expect(inner.number("c") == nil)
        #expect(
            rendered(table.finish() + inner.finish()) == """
                t:1:5: error: 'a' must be an integer
                1 | a = 1.0
                  |     ^~~
                t:2:2: error: 'b' must be a string
                2 | [b]
                  |  ^
                t:5:3: error: 'd' must be a string
                5 | [[d]]
                  |   ^
                t:6:2: error: 'e' must be true or false
                6 | [e.f]
                  |  ^
                t:3:5: error: 'c' must be a finite number
                3 | c = '''x
                  |     ^~~~
                """)
    }

    @Test func `an element of another kind is an error at the element`() throws {
        var table = try reader("a = [\n  'x',\n  2,\n  ['y'],\n]\nb = ['x', true]\nc = {d = [[1, 2], [3]]}\n[[e]]\n")
        #expect(table.strings("a") == ["x"])
        #expect(table.oneOrMoreStrings("b")?.count == nil)
        let found = table.table("c")
        var inner = try #require(found)
        #expect(inner.pairs("d")?.count == 0)
        #expect(table.strings("e") == [])
        #expect(
            (table.finish() + inner.finish()).map { "\($0.location?.description ?? "") \($0.message)" } == [
                "t:3:3 'a' must be an array of strings", "t:4:3 'a' must be an array of strings",
                "t:6:11 'b' must be a string or an array of strings", "t:8:3 'e' must be an array of strings",
                "t:7:11 'd' must be an array of pairs such as [\"a\", \"b\"]", "t:7:19 'd' must be an array of pairs such as [\"a\", \"b\"]",
            ])
    }

    @Test func `unknown and missing keys are named where they stand`() throws {
        var table = try reader("titel = 1\n[known]\n\"ä ö\".x = 1\n[[list]]\nnam = 'x'\n[[list]]\n")
        _ = table.string("title")
        let found = table.table("known")
        var known = try #require(found)
        known.reportMissing("name")
        var diagnostics = known.finish()
        let list = table.tables("list")
        for var entry in try #require(list) {
            if entry.string("name") == nil { entry.reportMissing("name") }
            diagnostics += entry.finish()
        }
        #expect(
            rendered(table.finish() + diagnostics) == """
                t:1:1: error: unknown key 'titel'; did you mean 'title'?
                1 | titel = 1
                  | ^~~~~
                t:2:2: error: 'name' is missing
                2 | [known]
                  |  ^~~~~
                t:3:1: error: unknown key 'ä ö'
                3 | "ä ö".x = 1
                  | ^~~~~
                t:4:3: error: 'name' is missing
                4 | [[list]]
                  |   ^~~~
                t:5:1: error: unknown key 'nam'; did you mean 'name'?
                5 | nam = 'x'
                  | ^~~
                t:6:3: error: 'name' is missing
                6 | [[list]]
                  |   ^~~~
                """)
    }

    @Test func `a table that a header opens late is named by that header`() throws {
        var table = try reader("[a.b]\n[a]\nc = 1\n")
        let found = table.table("a")
        var inner = try #require(found)
        _ = inner.table("b")
        _ = inner.integer("c")
        inner.reportMissing("d")
        #expect(inner.finish().map(\.location?.description) == ["t:2:2"])
        #expect(table.finish() == [])
    }

    @Test func `of many mistakes of one kind the first are named`() throws {
        var table = try reader("a = [\(String(repeating: "1, ", count: 30))]\n" + (1...25).map { "k\($0) = 1\n" }.joined())
        #expect(table.strings("a") == [])
        let diagnostics = table.finish()
        #expect(diagnostics.count == 42)
        #expect(diagnostics[20].message == "'a' has 10 more elements of other kinds" && diagnostics[20].location?.column == 66)
        #expect(diagnostics[41].message == "5 more unknown keys" && diagnostics[41].location?.line == 22)
    }

    @Test(arguments: [
        "a = 1979-05-27", "a = inf", "a = nan", "a = 9007199254740993", "a = [1, 07:32:00]", "a = {b = {c = -inf}}",
    ])
    func `what JSON can't say is refused`(toml: String) throws {
        var table = try reader(toml)
        #expect(table.jsonValue("a") == nil)
        #expect(table.finish().map(\.location?.description) == ["t:1:5"])
    }

    @Test func `a part of a file is read alone, and its places are those of the file`() throws {
        let file = Array("ä\n+++\na = 1\nb = ]\n+++\nc = 3\n".utf8)
        var diagnostics: [Diagnostic] = []
        #expect(TOMLSource(file, path: "t", range: 7..<19).parse(reporting: &diagnostics) == nil)
        #expect(
            rendered(diagnostics) == """
                t:4:5: error: invalid TOML: a value is missing
                4 | b = ]
                  |     ^
                """)
        let part = TOMLSource(file, path: "t", range: 7..<13)
        let parsed = part.parse(reporting: &diagnostics)
        var table = try #require(parsed)
        #expect(table.string("a") == nil)
        #expect(table.finish().map(\.location?.description) == ["t:3:5"])
        #expect(part.place(of: "a") == 11..<12 && part.place(of: "c") == nil)
    }
}
