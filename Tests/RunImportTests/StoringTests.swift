import AgentRuns
import Diagnostics
import RunImport
import Testing

struct StoringTests {
    @Test func `importing again changes nothing, and a dry run stores nothing`() async throws {
        let scratch = try Scratch(
            """
            -- in/set/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/set/cfg/run_1/insight_report.md --
            \(ChimeraSample.multiReport(label: "Chimera Insight"))
            -- in/other.md --
            # Something
            """)
        let store = RunStore(content: scratch.path("content"))
        let dry = await RunImporter().importRuns(at: [scratch.path("in")], into: store, options: ImportOptions(dryRun: true))
        #expect(dry.new == ["set/cfg/run_1"])
        #expect(await store.load(jobs: 1).runs.isEmpty)
        let first = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(first.new == ["set/cfg/run_1"])
        let second = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(second.new == [])
        #expect(second.unchanged == ["set/cfg/run_1"])
        #expect(
            second.render(as: .text).string == """
                skipped 1: not an agent run: a document without a program's figures of one
                  other.md
                0 new, 1 unchanged, 0 updated, 1 skipped, 0 errors

                """)
        let library = await store.load(jobs: 1)
        #expect(library.diagnostics == [])
        #expect(library.runs == (await scratch.read()).runs.map(\.run))
        try scratch.write(Array(ChimeraSample.multiMetrics(throughput: (40.5, 42.5)).utf8), to: "in/set/cfg/run_1/metrics.json")
        let third = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(third.updated == ["set/cfg/run_1"])
    }

    @Test func `the outcome as JSON`() {
        let outcome = ImportOutcome(new: ["a/b"], skipped: [SkippedFile(path: "x", reason: "why")], diagnostics: [.error("bad")])
        #expect(outcome.hasErrors)
        #expect(
            outcome.render(as: .json).string == """
                {
                  "errors": 1,
                  "new": ["a/b"],
                  "skipped": [
                    {
                      "path": "x",
                      "reason": "why"
                    }
                  ],
                  "unchanged": [],
                  "updated": []
                }

                """)
    }

    @Test func `an unknown format is an error that names a known one`() async throws {
        let scratch = try Scratch("-- in/a.json --\n{}")
        let reading = await scratch.read(options: ImportOptions(format: "chimara"))
        #expect(reading.messages == ["unknown format 'chimara'; did you mean 'chimera'?"])
    }

    @Test func `host names and passwords are stored only on demand`() async throws {
        let scratch = try Scratch(
            """
            -- in/set/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/set/cfg/run_1/collector_report.md --
            # Baseline Collector

            Model: gemma3:latest
            Ollama URL: http://user:secret@host:11434
            Configuration: Ollama defaults
            Prompt:
            ```
            Look.
            ```

            ## Metrics
            - Throughput: 40.50 tok/s
            - TTFT: 600.50 ms
            - Total Duration: 5000.00 ms
            - Tokens Generated: 400
            - Prompt Eval: 10.50 ms
            - Eval Duration: 3500.25 ms
            - Load Duration: 1200.50 ms
            """)
        let plain = try #require(await scratch.read().runs.first)
        #expect(plain.run.provenance.notes == [])
        let text = String(decoding: plain.files["collector_report.md"] ?? [], as: UTF8.self)
        #expect(text.contains("Ollama URL: http://host:11434\n"))
        let kept = try #require(await scratch.read(options: ImportOptions(keepPrivate: true)).runs.first)
        #expect(kept.run.provenance.notes.contains("The host of 'collector' is desk."))
        #expect(String(decoding: kept.files["collector_report.md"] ?? [], as: UTF8.self).contains("secret"))
    }

    @Test(.enabled(if: Shared.folder != nil, "the samples are not here; name their folder in SITEGEN_SHARED"))
    func `every run that is stored can be read back`() async throws {
        let scratch = try Scratch()
        let store = RunStore(content: scratch.path("content"))
        let outcome = await RunImporter().importRuns(at: [try Shared.path("corpus/chimera"), try Shared.path("seeds")], into: store)
        let library = await store.load(jobs: 2)
        #expect(library.diagnostics == [])
        #expect(library.runs.map(\.id) == outcome.new)
        let again = await RunImporter().importRuns(at: [try Shared.path("corpus/chimera"), try Shared.path("seeds")], into: store)
        #expect(again.unchanged == outcome.new)
        #expect(again.new == [] && again.updated == [])
        // Two of the five seeds are reports of runs that lie in the corpus.
        #expect(library.runs.count == 40)
    }
}
