import AgentRuns
import JSON
import RunImport
import Testing

/// What a format needs that is one file of code: a rule to recognize it and a function that reads it.
private struct Stopwatch: SingleFileFormat {
    static let name = "stopwatch"

    func recognizes(_ head: FileHead) -> Bool { head.jsonKeys.isSuperset(of: ["stopwatch", "ms"]) }

    func runs(in file: ImportedFile) throws(ImportError) -> [ImportedRun] {
        guard let milliseconds = file.json?["ms"]?.number else { throw .broken("'ms' must be a number", offset: file.json?["ms"]?.offset ?? 0) }
        guard milliseconds > 0 else { throw .notARun("the stopwatch never ran") }
        let identity = RunIdentity(folder: file.folder, file: file.stem)
        let execution = AgentExecution(slot: "a", metrics: [.totalDuration: MetricSummary(unit: "ms", [.sum: milliseconds])])
        return [
            ImportedRun(
                run: Run(
                    id: identity.id, suite: identity.suite, executions: [execution],
                    provenance: Provenance(importer: Self.name, sources: [file.source])))
        ]
    }
}

struct FormatTests {
    private let importer = RunImporter(formats: [Stopwatch(), Chimera()])

    @Test func `a format whose files stand alone is a rule and a function`() async throws {
        let scratch = try Scratch(
            """
            -- in/times/one.json --
            {"stopwatch": "x", "ms": 12.5}
            -- in/times/none.json --
            {"stopwatch": "x", "ms": 0}
            -- in/times/bad.json --
            {"stopwatch": "x", "ms": "fast"}
            -- in/set/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            """)
        let reading = await importer.readRuns(at: [scratch.path("in")])
        #expect(reading.runs.map(\.run.id) == ["set/cfg/run_1", "times/one"])
        #expect(reading.skipped == [SkippedFile(path: "times/none.json", reason: "the stopwatch never ran")])
        #expect(reading.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" } == ["1:26 'ms' must be a number"])
    }

    @Test func `one format alone can be asked for`() async throws {
        let scratch = try Scratch(
            "-- in/times/one.json --\n{\"stopwatch\": \"x\", \"ms\": 12.5}\n-- in/set/cfg/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())")
        let reading = await importer.readRuns(at: [scratch.path("in")], options: ImportOptions(format: "stopwatch"))
        #expect(reading.runs.map(\.run.id) == ["times/one"])
        #expect(reading.skipped.map(\.reason) == ["JSON of no known format"])
    }

    @Test func `the formats have names of their own`() {
        let names = RunImporter().formatNames
        #expect(names.contains("chimera"))
        #expect(Set(names).count == names.count)
    }
}
