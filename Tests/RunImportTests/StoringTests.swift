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
                read 1 of chimera in set
                skipped 1: not an agent run: a document without a program's figures of one
                  other.md
                0 new, 1 unchanged, 0 updated, 1 skipped, 0 errors

                """)
        let library = await store.load(jobs: 1)
        #expect(library.diagnostics == [])
        #expect(library.runs == (await scratch.read()).runs.map(\.run))
        try scratch.write(Array(ChimeraSample.multiMetrics(throughput: (40.5, 42.5)).utf8), to: "in/set/cfg/run_1/metrics.json")
        let third = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(third.new.count == 1 && third.new[0].hasPrefix("set/cfg/run_1-"))
        #expect(third.updated == [])
    }

    private func throughputs(_ store: RunStore) async -> [String: Double?] {
        let runs = await store.load(jobs: 1).runs
        return Dictionary(uniqueKeysWithValues: runs.map { ($0.id, $0.executions[0][.outputThroughput]) })
    }

    @Test func `a file without a date that is written anew each night gives a run each night`() async throws {
        let scratch = try Scratch("-- r/bench.jsonl --\n\(ServingSample.sglangLine(400))")
        let store = RunStore(content: scratch.path("content"))
        func importAgain() async -> ImportOutcome { await RunImporter().importRuns(at: [scratch.path("r")], into: store) }
        #expect(await importAgain().new == ["r/bench"])
        try scratch.write(Array(ServingSample.sglangLine(380.5).utf8), to: "r/bench.jsonl")
        let second = await importAgain()
        #expect(second.new == ["r/bench-8be4c247"])
        #expect(
            second.diagnostics.map(\.message) == [
                "other figures than the stored run 'r/bench' has, and no time that says which are newer: kept as 'r/bench-8be4c247'; give the time with --date"
            ])
        #expect(await throughputs(store) == ["r/bench": 400, "r/bench-8be4c247": 380.5])
        let third = await importAgain()
        #expect(third.unchanged == ["r/bench-8be4c247"])
        #expect(third.new == [] && third.updated == [] && third.diagnostics == [])
    }

    @Test func `a file that grows gives its new results only`() async throws {
        let scratch = try Scratch("-- r/bench.jsonl --\n\(ServingSample.sglangLine(400))")
        let store = RunStore(content: scratch.path("content"))
        _ = await RunImporter().importRuns(at: [scratch.path("r")], into: store)
        let grown = ServingSample.sglangLine(400) + "\n" + ServingSample.sglangLine(700, concurrency: 16)
        try scratch.write(Array(grown.utf8), to: "r/bench.jsonl")
        let second = await RunImporter().importRuns(at: [scratch.path("r")], into: store)
        #expect(second.new == ["bench/c16-rate-4"])
        #expect(second.unchanged == ["r/bench"])
        #expect(second.diagnostics == [])
    }

    @Test func `copies of a file are one run`() async throws {
        let scratch = try Scratch("-- in/a/r.jsonl --\n\(ServingSample.sglangLine(400))\n-- in/b/r.jsonl --\n\(ServingSample.sglangLine(400))")
        let store = RunStore(content: scratch.path("content"))
        let first = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(first.new == ["a/r"])
        #expect(first.skipped == [SkippedFile(path: "b/r.jsonl", reason: "the same bytes as a/r.jsonl")])
    }

    @Test(arguments: [
        (String(repeating: "x", count: 240), "in/\(String(repeating: "x", count: 191))-718df670"), ("page.html", "in/page.html_"),
        ("data.JSON", "in/data.json_"), ("report.md", "in/report.md_"), ("モデル", "in/unnamed-94591749"), ("...", "in/unnamed"),
        (".hidden", "in/hidden"), ("a b/c", "a-b/c"),
    ])
    func `whatever a file is called, its run can be read back`(name: String, id: String) async throws {
        let scratch = try Scratch("-- in/\(name).jsonl --\n\(ServingSample.sglangLine(400))")
        let store = RunStore(content: scratch.path("content"))
        let outcome = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(outcome.new == [id])
        let library = await store.load(jobs: 1)
        #expect(library.runs.map(\.id) == [id])
        #expect(library.diagnostics == [])
    }

    @Test func `names that differ in case or Unicode form alone stay apart`() async throws {
        let composed = "caf\u{E9}"
        let decomposed = "cafe\u{301}"
        let files = ["A/r", "a/r", "\(composed)/r", "\(decomposed)/r"].enumerated().map { index, name in
            "-- in/\(name).jsonl --\n\(ServingSample.sglangLine(400 + Double(index)))"
        }
        let scratch = try Scratch(files.joined(separator: "\n"))
        for (index, name) in [composed, decomposed].enumerated() {
            try scratch.write(Array(ChimeraSample.multiMetrics(throughput: (40, 50 + Double(index))).utf8), to: "in/\(name)/run_1/metrics.json")
        }
        let store = RunStore(content: scratch.path("content"))
        let outcome = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(outcome.new.count == 6)
        #expect(await store.load(jobs: 1).runs.count == 6)
    }

    @Test func `the outcome as JSON`() {
        let outcome = ImportOutcome(
            new: ["a/b"], groups: [ImportOutcome.Group(format: "vllm", suite: "a", runs: 1)], skipped: [SkippedFile(path: "x", reason: "why")],
            unfit: ["y"], next: "sitegen build", diagnostics: [.error("bad")])
        #expect(outcome.hasErrors)
        #expect(
            outcome.render(as: .json).string == """
                {
                  "errors": 1,
                  "new": ["a/b"],
                  "next": "sitegen build",
                  "read": [
                    {
                      "format": "vllm",
                      "runs": 1,
                      "suite": "a"
                    }
                  ],
                  "skipped": [
                    {
                      "path": "x",
                      "reason": "why"
                    }
                  ],
                  "unchanged": [],
                  "unfit": ["y"],
                  "updated": []
                }

                """)
    }

    @Test func `the outcome as text is short, and whole on demand`() {
        let outcome = ImportOutcome(
            new: ["a/b"], groups: [.init(format: "vllm", suite: "a", runs: 12), .init(format: "llama-bench", suite: "b", runs: 1)],
            skipped: ["1", "2", "3", "4/" + String(repeating: "x", count: 90)].map { SkippedFile(path: $0, reason: "why") }, unfit: ["y"],
            next: "sitegen build")
        #expect(
            outcome.render(as: .text).string == """
                read 12 of vllm        in a
                read  1 of llama-bench in b
                skipped 4: why
                  1
                  2
                  3
                  … and 1 more
                1 file does not fit the layout
                  y
                --verbose names everything
                next: sitegen build
                1 new, 0 unchanged, 0 updated, 4 skipped, 0 errors

                """)
        let whole = outcome.render(as: .text, isWhole: true).string.split(separator: "\n")
        #expect(whole.contains("  4/\(String(repeating: "x", count: 36))…\(String(repeating: "x", count: 39))"))
        #expect(whole.allSatisfy { $0.count <= 80 })
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
