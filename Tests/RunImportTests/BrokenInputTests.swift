import AgentRuns
import Diagnostics
import Foundation
import RunImport
import Testing

struct BrokenInputTests {
    /// A broken file beside a whole run: the run must come out all the same.
    private func read(_ bytes: [UInt8], name: String) async throws -> (reading: ImportReading, places: [String]) {
        let scratch = try Scratch("-- in/set/cfg/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())")
        try scratch.write(bytes, to: "in/broken/\(name)")
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.id) == ["set/cfg/run_1"])
        let prefix = scratch.path("in").string + "/broken/"
        return (reading, reading.diagnostics.map { String($0.location?.description.dropFirst(prefix.count) ?? "") })
    }

    @Test(arguments: [
        (#"{"a": 1"#, "metrics.json:1:8"),
        ("{\n  \"a\": NaN\n}", "metrics.json:2:8"),
        ("", "metrics.json:1:1"),
        (String(repeating: "[", count: 5000), "metrics.json:1:257"),
        (#"{"scenario": "x", "figures": [1, 2"#, "metrics.json:1:35"),
    ])
    func `broken JSON of no known format is a warning at its place`(text: String, place: String) async throws {
        let (reading, places) = try await read(Array(text.utf8), name: "metrics.json")
        #expect(places == [place])
        #expect(reading.diagnostics.map(\.severity) == [.warning])
        #expect(reading.skipped == [SkippedFile(path: "broken/metrics.json", reason: "broken JSON of no known format")])
    }

    @Test(arguments: [
        (#"{"collector": {"config": {}}, "insight": {}, "summary": {}}"#, "metrics.json:1:1"),
        ("{\"baseline\": 1,\n\"chimera\": {}, \"delta\": {}, \"language\": \"rust\"}", "metrics.json:1:14"),
        ("{\"runs\": [{\"run_number\": 1}],\n\"aggregate\": {}, \"agent_a\": {}, \"agent_b\": {}}", "metrics.json:2:29"),
        (#"{"collector": {"config": {}}, "insight": {}, "summary": {}, "x": {"#, "metrics.json:1:67"),
        (#"[{"build_commit": "a", "model_filename": "b", "model_ty"#, "metrics.json:1:47"),
        (#"{"date": "20260302-101500", "model_id": "m", "tokenizer_id": "m", "num_p"#, "metrics.json:1:67"),
    ])
    func `broken JSON of a known format is an error at its place`(text: String, place: String) async throws {
        let (reading, places) = try await read(Array(text.utf8), name: "metrics.json")
        #expect(places == [place])
        #expect(reading.diagnostics.map(\.severity) == [.error])
    }

    @Test func `a figure of the wrong type, or below zero, is an error at its line`() async throws {
        for (figure, message) in [("\"fast\"", "'average_ttft_ms' must be a number, not text"), ("-5", "'average_ttft_ms' can't be negative")] {
            let text = ChimeraSample.multiMetrics().replacing("\"average_ttft_ms\": 600.5", with: "\n\"average_ttft_ms\": \(figure)")
            let (reading, places) = try await read(Array(text.utf8), name: "metrics.json")
            #expect(reading.messages == [message])
            #expect(places == ["metrics.json:8:20"])
        }
    }

    @Test func `invalid bytes are named, and UTF-16 without a byte order mark`() async throws {
        let invalid = try await read(Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8), name: "metrics.json")
        #expect(invalid.places == ["metrics.json:1:8"])
        let wide = try await read("{\"a\": 1}".utf8.flatMap { [$0, 0] }, name: "metrics.json")
        #expect(wide.places == ["metrics.json:1:1"])
        #expect(wide.reading.messages == ["the file is UTF-16; save it as UTF-8"])
    }

    @Test func `UTF-16 with a byte order mark is read under every name, and its bytes stay the source`() async throws {
        for (name, isLittle) in [("metrics.json", true), ("metrics.json", false)] {
            let units = ChimeraSample.multiMetrics().utf16.flatMap {
                isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
            }
            let bytes = (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + units
            let scratch = try Scratch()
            try scratch.write(bytes, to: "in/set/cfg/run_1/\(name)")
            let reading = await scratch.read()
            #expect(reading.messages == [])
            #expect(reading.runs.map(\.run.provenance.sources.first?.bytes) == [bytes.count])
        }
        let report = try await read([0xFF, 0xFE] + "# Notes".utf8.flatMap { [$0, 0] }, name: "notes.md")
        #expect(report.reading.messages == [])
        #expect(report.reading.skipped.map(\.reason) == ["not an agent run: a document without a program's figures of one"])
    }

    @Test func `a report with invalid bytes is repaired with a warning`() async throws {
        let text = ChimeraSample.multiReport(body: "54.7?C")
        let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "?") ? 0xB0 : $0 }
        let scratch = try Scratch()
        try scratch.write(bytes, to: "in/set/run_1/insight_report.md")
        let reading = await scratch.read()
        #expect(reading.diagnostics.map(\.severity) == [.warning])
        #expect(reading.diagnostics[0].location?.line == 12)
        #expect(reading.executions.map { $0[.outputThroughput] } == [40.06])
        #expect(reading.runs[0].files["insight_report.md"].map { String(decoding: $0, as: UTF8.self) } == text.replacing("?", with: "\u{FFFD}"))
    }

    @Test func `an empty report is a warning, an empty program nothing`() async throws {
        #expect(try await read([], name: "a.md").reading.messages == ["the file is empty"])
        let program = try await read([], name: "a.py").reading
        #expect(program.messages == [])
        #expect(program.skipped == [SkippedFile(path: "broken/a.py", reason: "the file is empty")])
    }

    @Test func `a report that ends before its figures is an error, and gives no run`() async throws {
        let whole = ChimeraSample.multiReport()
        let cut = whole.components(separatedBy: "- Prompt Eval")[0]
        let late = try await read(Array(cut.utf8), name: "insight_report.md")
        #expect(late.reading.messages == ["expected '- Prompt Eval: ' here"])
        let early = try await read(Array(whole.components(separatedBy: "## Workflow")[0].utf8), name: "insight_report.md")
        #expect(early.reading.messages == ["the program's own end of the report, '## Workflow Summary' behind '---', is missing"])
        let wrong = try await read(Array(whole.replacing("40.06 tok/s", with: "fast tok/s").utf8), name: "insight_report.md")
        #expect(wrong.reading.messages == ["'fast' is no figure"])
    }

    @Test func `NaN in a report is not measured`() async throws {
        let scratch = try Scratch("-- in/set/run_1/insight_report.md --\n\(ChimeraSample.multiReport(throughput: "NaN", ttft: "inf"))")
        let execution = try #require(await scratch.read().executions.first)
        #expect(execution.metrics[.outputThroughput]?.present.map(\.value) == [nil])
        #expect(execution.metrics[.ttft]?.present.map(\.value) == [nil])
        #expect(execution[.outputTokens] == 2152)
    }

    @Test func `a file of another kind, a loop of links and a missing path leave the rest whole`() async throws {
        let scratch = try Scratch(
            """
            -- in/set/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/other.json --
            {"name": "something else"}
            -- in/notes.md --
            # Notes
            """)
        try FileManager.default.createSymbolicLink(atPath: scratch.path("in/set/loop").string, withDestinationPath: scratch.path("in").string)
        let reading = await RunImporter().readRuns(at: [scratch.path("in"), scratch.path("nowhere")])
        #expect(reading.runs.count == 1)
        #expect(reading.skipped.map(\.reason) == ["not an agent run: a document without a program's figures of one", "JSON of no known format"])
        #expect(reading.messages == ["no such file or directory"])
    }

    @Test func `a folder that may not be read is named`() async throws {
        let scratch = try Scratch("-- in/set/cfg/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())\n-- in/closed/x.md --\n# X")
        let closed = scratch.path("in/closed").string
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed) }
        let reading = await scratch.read()
        #expect(reading.runs.count == 1)
        // The superuser may read everything.
        if getuid() != 0 { #expect(reading.diagnostics.map { $0.location?.path } == [closed]) }
    }

    @Test func `carriage returns and byte order marks change nothing`() async throws {
        let text = ChimeraSample.multiReport()
        for (index, variant) in [text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r\r\n"), "\u{FEFF}" + text].enumerated() {
            let scratch = try Scratch()
            try scratch.write(Array(variant.utf8), to: "in/set/run_\(index)/insight_report.md")
            let reading = await scratch.read()
            #expect(reading.messages == [])
            #expect(reading.executions.map { $0[.totalDuration] } == [57144.35])
            #expect(reading.executions[0].analysed?.names == ["a/first.csv", "a/second.csv", "notes.md"])
            #expect(reading.executions[0].report?.modelWritten == [12...12])
            #expect(reading.runs[0].files["insight_report.md"] == Array(variant.utf8))
        }
    }

    @Test func `blank lines that a linter adds change nothing`() async throws {
        func linted(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [Substring] in
                line.hasPrefix("#") || line.hasSuffix(":") || line.hasPrefix("**") ? ["", line, ""] : [line]
            }.joined(separator: "\n")
        }
        let scratch = try Scratch(
            """
            -- in/a/run_1/insight_report.md --
            \(linted(ChimeraSample.multiReport(findings: "- one\n- two")))
            -- in/b/reports/chimera_report.md --
            \(linted(ChimeraSample.agentReport()))
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        #expect(reading.executions.map { $0[.outputThroughput] } == [40.06, 81.26])
        #expect(reading.executions[0].report?.modelWritten.count == 2)
        #expect(reading.executions[0].analysed?.files["csv"] == 2)
    }

    @Test func `figures that a model wrote into the lists of the program stay its own words`() async throws {
        let scratch = try Scratch(
            "-- in/a/run_1/insight_report.md --\n\(ChimeraSample.multiReport(findings: "- one\n- two", recommendations: "- three"))")
        let report = try #require(await scratch.read().executions.first?.report)
        let lines = ChimeraSample.multiReport(findings: "- one\n- two", recommendations: "- three").split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(report.modelWritten.map { $0.map { String(lines[$0 - 1]) } } == [["A short text."], ["- one", "- two"], ["- three"]])
    }
}
