import AgentRuns
import Diagnostics
import Testing

@testable import RunImport

/// Results between the lines of a text, whatever stands before them, beside each other and beside broken ones.
struct TextResultTests {
    private static let block = """
        ============ Serving Benchmark Result ============
        Successful requests:                     40
        Benchmark duration (s):                  20.00
        Total input tokens:                      4000
        Total generated tokens:                  8000
        Output token throughput (tok/s):         410.25
        Peak output token throughput (tok/s):    999.00
        ---------------Time to First Token----------------
        Mean TTFT (ms):                          81.50
        Median TTFT (ms):                        80.25
        ==================================================
        """

    private static let table = """
        | model        |     size | params | backend | ngl |  test |           t/s |
        | ------------ | -------: | -----: | ------- | --: | ----: | ------------: |
        | tiny 3B Q5_K | 2.15 GiB | 3.05 B | Vulkan  |  99 | pp256 | 900.75 ± 4.50 |
        | tiny 3B Q5_K | 2.15 GiB | 3.05 B | Vulkan  |  99 |  tg64 |  61.25 ± 0.75 |

        build: 12ab34cd (777)
        """

    private static func lines(_ text: String, _ change: (Int, Substring) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map(change).joined(separator: "\n")
    }

    /// A way in which people keep a program's output.
    struct Dress: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let put: @Sendable (Int, Substring) -> String

        init(_ name: String, _ put: @escaping @Sendable (Int, Substring) -> String) {
            testDescription = name
            self.put = put
        }

        static let all: [Dress] = [
            Dress("a comment") { "# \($1)" },
            Dress("a comment of C") { "// \($1)" },
            Dress("a quotation") { "> \($1)" },
            Dress("a quotation in a quotation") { "> > \($1)" },
            Dress("a container's name") { "worker-2  | \($1)" },
            Dress("a time that goes on") { "2026-05-06T07:08:\(10 + $0).\(100 + $0)Z \($1)" },
            Dress("a time of a log's own kind, and a level") { "[05/06 07:0\($0 % 10):33,\(101 + $0)] INFO     bench.py:\(90 + $0): \($1)" },
            Dress("seconds since the start") { "[\(String(repeating: " ", count: 4 - String($0).count))\($0).250] \($1)" },
            Dress("a container's name and a time") { "worker-2  | 2026-05-06 07:08:\(10 + $0) \($1)" },
            Dress("colours") { "\u{1B}[\(30 + $0)m\($1)\u{1B}[0m\u{1B}[K" },
            Dress("colours written out") { "^[[1;32m\($1)^[[0m" },
            Dress("a line that is overwritten") { "working \($0) %\r\u{1B}[2K\($1)" },
            Dress("a bar before the first line") { $0 == 0 ? "100%|####| 40/40 [00:20<00:00,  2.00it/s]\($1)" : "\($1)" },
            Dress("lines of another program between") { "\($1)\n(worker pid=\($0)) cache usage: 12.\($0)%" },
            Dress("carriage returns at the ends") { "\($1)\r\r" },
            Dress("a blank that is none") { "\($1.replacing(": ", with: ":\u{A0}"))" },
        ]
    }

    @Test(arguments: Dress.all)
    func `a block is found under whatever stands before each of its lines`(dress: Dress) {
        let reading = InMemory.read("before\n" + Self.lines(Self.block, dress.put) + "\nafter", name: "bench.log")
        #expect(reading.messages == [])
        #expect(reading.runs.map { $0.run.figures(.ttft) } == [[81.5, 80.25, nil, nil, nil]])
        #expect(reading.runs.map { $0.run.mean(.outputThroughput) } == [410.25])
    }

    @Test(arguments: Dress.all)
    func `a table is found under whatever stands before each of its lines`(dress: Dress) {
        let reading = InMemory.read("before\n" + Self.lines(Self.table, dress.put) + "\nafter", name: "bench.log")
        #expect(reading.messages == [])
        #expect(reading.runs.map { $0.run.mean(.promptThroughput) ?? $0.run.mean(.outputThroughput) } == [900.75, 61.25])
        #expect(reading.runs.map { $0.run.execution.configuration["build"]?.description } == ["12ab34cd (777)", "12ab34cd (777)"])
    }

    @Test func `the blocks of two containers whose lines are mixed stay apart`() {
        let other = Self.block.replacing("81.50", with: "95.75")
        let mixed = zip(Self.block.split(separator: "\n"), other.split(separator: "\n"))
            .flatMap { ["one-1  | \($0.0)", "one-2  | \($0.1)"] }.joined(separator: "\n")
        let reading = InMemory.read("one-2  | Traffic request rate: 4.0 RPS.\n" + mixed, name: "both.log")
        #expect(reading.runs.map { $0.run.mean(.ttft) } == [81.5, 95.75])
        #expect(reading.runs.map { $0.run.execution.configuration["request_rate"] } == [nil, .number(4)])
    }

    @Test func `each tool finds its own in a text, and JSON between the lines counts`() {
        let llama = ServingSample.llamaLines.split(separator: "\n")
        let text = """
            # Notes
            \(Self.table)
            Then the server: "quoted, but never closed
            \(Self.block)
            2026-05-06 INFO answer \(ServingSample.ollama.split(separator: "\n")[1])
            ```json
            [
              \(llama[0])
            ]
            ```
            > {
            >   "a": 1
            > }
            \(ServingSample.sglangBlock)
            """
        let reading = InMemory.read(text, name: "README.md")
        #expect(reading.messages == [])
        #expect(
            reading.runs.map { "\($0.run.provenance.importer) \($0.run.id)" }.sorted() == [
                "llama-bench sweep/readme/pp128-d256", "llama-bench sweep/readme/pp256", "llama-bench sweep/readme/tg64",
                "ollama sweep/readme/ollama",
                "sglang sweep/readme/c16-rate-inf", "vllm sweep/readme/vllm",
            ])
    }

    @Test func `an object over several lines is read behind what stands before each of them`() {
        let pretty = ServingSample.vllm.replacing(", ", with: ",\n  ")
        for put: (Int, Substring) -> String in [{ "> \($1)" }, { "job-1  | \($1)" }, { "2026-05-06T07:08:\(10 + $0)Z \($1)" }] {
            let reading = InMemory.read("before\n" + Self.lines(pretty, put) + "\nafter", name: "bench.log")
            #expect(reading.runs.map { $0.run.mean(.ttft) } == [61.5])
        }
    }

    @Test func `what is broken is named with its line, and the rest is read`() {
        let text = """
            \(Self.block)
            \(Self.block.split(separator: "\n").prefix(6).joined(separator: "\n"))
            \(Self.table)
            {"build_commit": "abc", "model_filename": "m.gguf", "avg_ts": 1.5, "n_pro
            done
            """
        let reading = InMemory.read(text, name: "mixed.log")
        #expect(reading.runs.count == 3)
        #expect(
            reading.diagnostics.map { "\($0.severity) \($0.location?.line ?? 0) \($0.message)" }.sorted() == [
                "error 12 the block that begins here has no end",
                "error 24 a result of llama-bench is left out, because its JSON is broken: a control character in a string must be escaped",
            ])
    }

    @Test func `what looks like a result and is none of a known tool is named`() {
        let text = """
            | model | tok/s | TTFT (ms) |
            |-------|------:|----------:|
            | a     |  12.5 |     101.5 |
            | b     |  13.5 |     102.5 |

            | model | test  | t/s  |
            |-------|-------|-----:|
            | a     | pp512 | 12.5 |
            | a     | pp512 | 12.5 | 4 |
            | a     | xy512 | 12.5 |
            | a     | tg128 | 1

            ============ Serving Benchmark Result ============
            print(figures)
            ====== Offline Throughput Benchmark Result =======
            """
        let reading = InMemory.read(text, name: "notes.md")
        #expect(reading.runs.count == 1)
        #expect(
            reading.diagnostics.map { "\($0.severity) \($0.location?.line ?? 0) \($0.message)" }.sorted() == [
                "warning 1 a table with a column 'tok/s' of a tool that is not known, 2 rows, is left out",
                "warning 10 this row of a table of llama-bench is left out: it has no test and figure that are known",
                "warning 11 this row of a table of llama-bench is left out: it has 2 cells, or no end, and its header 3",
                "warning 13 a heading of a benchmark's block without rows that begin like it",
                "warning 15 a block 'Offline Throughput Benchmark Result' of a tool that is not known is left out",
                "warning 9 this row of a table of llama-bench is left out: it has 4 cells, or no end, and its header 3",
            ])
    }

    @Test func `a text in UTF-16 is read, and a broken sign of plus and minus`() {
        let units = Self.table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(InMemory.read([0xFF, 0xFE] + units, name: "bench.log").runs.map { $0.run.mean(.inputTokens) } == [256, nil])
        for sign in ["┬▒", "Â±", "卤"] {
            let runs = InMemory.read(Self.table.replacing("±", with: sign), name: "bench.md").runs
            #expect(runs.map { $0.run.execution.metrics[.promptThroughput]?[.stddev] } == [4.5, nil])
        }
    }

    @Test func `what is printed before a block is its load and its data`() {
        let settings = """
            Namespace(backend='openai', dataset_name='random', model='org/m', num_prompts=40, random_input_len=512, random_output_len=32, \
            max_concurrency=None, request_rate=inf, ramp_up_strategy='linear', api_key='sk-1', base_url=None)
            Traffic ramp-up strategy: linear.
            Will increase RPS from 2 to 16 RPS over the duration of the benchmark.
            Burstiness factor: 0.5 (Gamma distribution)
            Maximum request concurrency: None
            """
        #expect(
            InMemory.read(settings + "\n" + Self.block, name: "ramp.log").runs.map(\.run.options) == [
                "burstiness=0.5 isl=512 osl=32 ramp_up_end_rps=16 ramp_up_start_rps=2 ramp_up_strategy=linear"
            ])
        let rates = ["1.0 RPS.", "inf RPS.", "8.5"].map { "Traffic request rate: \($0)\n\(Self.block)\n" }.joined()
        #expect(InMemory.read(rates, name: "rates.log").runs.map(\.run.options) == ["request_rate=1", "request_rate=inf", "request_rate=8.5"])
    }

    @Test func `a conflict that a version control system left refuses a text with results`() {
        let text = "\(ServingSample.vllm)\n<<<<<<< HEAD\n\(ServingSample.vllm)\n"
        #expect(InMemory.read(text, name: "serve.txt").runs.isEmpty)
    }

    @Test func `lines of a program before and behind its data are overlooked`() {
        for name in ["out.json", "out.jsonl", "out.log"] {
            let reading = InMemory.read("warming up\n\(ServingSample.llamaLines)done: 2 tests\n", name: name)
            #expect(reading.runs.count == 2, "\(name)")
        }
    }

    @Test(arguments: Dress.all.filter { $0.testDescription != "lines of another program between" })
    func `a table of commas and a summary of MLPerf are found in a text, too`(dress: Dress) {
        let table = ServingSample.llamaTable.split(separator: "\n").joined(separator: "\n").replacing(
            "build_commit,", with: "build_commit,build_number,"
        )
        .replacing("build_number,build_number,", with: "build_number,")
        let runs = InMemory.read("before\n" + Self.lines(table, dress.put) + "\nafter\n", name: "bench.log").runs.map(\.run)
        #expect(runs.map { $0.mean(.promptThroughput) ?? $0.mean(.outputThroughput) } == [512.75, 128.5])
        let summary = ServingSample.mlperf.split(separator: "\n").dropFirst().joined(separator: "\n")
        let log = String(repeating: "a line of the log before\n", count: 40) + Self.lines(summary, dress.put) + "\nafter\n"
        #expect(InMemory.read(log, name: "run.log").runs.map { $0.run.mean(.outputThroughput) } == [8840.25])
    }
}
