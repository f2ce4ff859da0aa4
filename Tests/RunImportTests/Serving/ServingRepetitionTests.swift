import AgentRuns
import Testing

@testable import RunImport

/// The same results in several files of one import.
struct ServingRepetitionTests {
    private static let other = ServingSample.llamaLines.replacing("\"n_depth\": 256", with: "\"n_depth\": 0")
        .replacing("\"gpu_info\": \"\"", with: "\"gpu_info\": \"GPU \\\"Y\\\"\"").replacing(
            "2.5, \"samples_ns\": [1]", with: "0.5, \"samples_ns\": [1]")

    @Test func `a table beside its data file counts as far as it says something else`() async throws {
        let scratch = try Scratch("-- in/sweep/bench.jsonl --\n\(Self.other)\n-- in/sweep/table.csv --\n\(ServingSample.llamaTable)")
        let reading = await scratch.read()
        // The second rows were measured at other times.
        #expect(reading.runs.map(\.run.id) == ["sweep/bench/pp128", "sweep/bench/tg32", "sweep/table/tg32"])
        #expect(
            reading.skipped.map(\.reason)
                == ["llama-bench: 1 of its 2 results left out, because sweep/bench.jsonl says this in full"])
        let different = try Scratch("-- in/sweep/bench.jsonl --\n\(ServingSample.llamaLines)\n-- in/sweep/table.csv --\n\(ServingSample.llamaTable)")
        #expect(await different.read().runs.count == 4, "at another depth")
    }

    @Test func `a printed table gives way to its data file, however many digits it has`() async throws {
        func table(_ rate: String) -> String {
            """
            | model         | backend | ngl | test  |            t/s |
            | ------------- | ------- | --: | ----: | -------------: |
            | small 1B Q8_0 | CUDA    |  99 | pp128 | \(rate) |

            build: abc1234 (42)

            """
        }
        func reading(_ rate: String) async throws -> ImportReading {
            try await Scratch("-- in/sweep/bench.jsonl --\n\(Self.other)\n-- in/sweep/log.md --\n\(table(rate))").read()
        }
        #expect(try await reading("512.75 ± 2.50").runs.map(\.run.id) == ["sweep/bench/pp128", "sweep/bench/tg32"])
        #expect(try await reading("512.75 ± 2.51").runs.count == 3)
        #expect(InMemory.read(table("512.75 ± 2.50"), name: "log.md").runs.count == 1, "alone it is imported whole")
    }

    @Test func `the rounded table of GenAI-Perf and of AIPerf gives way to the JSON file`() async throws {
        let table = """
            Metric,avg,min,max,p99,p95,p90,p75,p50,p25
            Request Latency (ms),357.75,1.00,2.00,420.75,406.75,,,360.50,
            Inter Token Latency (ms),8.50,1.00,2.00,N/A,N/A,N/A,N/A,N/A,N/A

            """
        let scratch = try Scratch(
            "-- in/sweep/profile_export_genai_perf.json --\n\(ServingSample.genaiPerf)\n-- in/sweep/profile_export_genai_perf.csv --\n\(table)")
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.provenance.dialect) == ["J-GENAI-PERF"])
        #expect(reading.skipped.map(\.reason) == ["GenAI-Perf: sweep/profile_export_genai_perf.json says this in full"])
    }

    @Test func `a result that stands in two data files counts once where it says its time`() async throws {
        let point = """
            {"hw": "gpu1", "conc": 4, "framework": "vllm", "model": "org/small", "tp": 2, "tput_per_gpu": 10.5, "mean_ttft": 0.25,
            "timestamp": "2026-03-04T05:06:07Z"}
            """
        func count(_ first: String, _ second: String) async throws -> Int {
            try await Scratch("-- in/a/agg.json --\n\(first)\n-- in/b/agg.json --\n[\(second)]").read().runs.count
        }
        #expect(try await count(point, point) == 1)
        #expect(try await count(point, point.replacing("05:06:07Z", with: "05:06:08Z")) == 2)
        #expect(try await count(point, point.replacing("10.5", with: "10.51")) == 2)
        let timeless = point.replacing("\"timestamp\"", with: "\"source_file\"")
        #expect(try await count(timeless, timeless) == 2, "without a time two equal results may be two")
        #expect(InMemory.read(point + "\n" + point, name: "agg.json").runs.count == 2, "one file is imported whole")
    }

    @Test func `small figures that agree by chance are no proof`() async throws {
        let slow = Self.other.replacing("512.75", with: "0.71").replacing("\"stddev_ts\": 2.5", with: "\"stddev_ts\": 0.001")
        let table = "| model | test | t/s |\n| small 1B Q8_0 | pp128 | 0.71 ± 0.00 |\n"
        let reading = try await Scratch("-- in/sweep/bench.jsonl --\n\(slow)\n-- in/sweep/log.md --\n\(table)").read()
        #expect(reading.runs.count == 3)
    }
}
