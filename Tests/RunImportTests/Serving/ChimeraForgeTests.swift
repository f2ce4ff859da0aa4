import AgentRuns
import Testing

@testable import RunImport

struct ChimeraForgeTests {
    @Test func `a result keeps the statistics of single requests`() throws {
        let run = try #require(ServingSample.runs("bench_1.json").first)
        #expect(run.figures(.ttft) == [42.5, 42.25, 44.25, 44.375, 2.5])
        #expect(run.figures(.outputThroughput) == [88.5, 88.25, 91.5, 92.5, 1.5])
        #expect(run.execution.metrics[.outputThroughput]?.n == 4)
        #expect(run.mean(.inputTokens) == 26)
        #expect(run.mean(.requestsFailed) == 1)
        #expect(run.execution.ttftDefinition == .promptEval)
        #expect(run.options == "backend=ollama context_length=1024 dtype=Q8_0 hardware=GPU Y workload=single")
        #expect(run.provenance.notes == [])
    }

    @Test func `a time to the first token below zero is not measured, in whole`() throws {
        let run = try #require(ServingSample.runs("bench_1.json", replacing: ["\"min\": 40.5": "\"min\": -1.0"]).first)
        #expect(run.figures(.ttft) == nil)
    }

    @Test func `each run may say what its time to the first token is`() throws {
        for (basis, definition) in [("server-prefill-duration", TTFTDefinition.promptEval), ("first_visible_text", .firstChunk), ("moon", .unknown)] {
            let run = try #require(
                ServingSample.runs(
                    "bench_1.json",
                    replacing: [
                        "\"backend\": \"ollama\"": "\"backend\": \"tgi\"", "{\"prompt_tokens\"": "{\"ttft_basis\": \"\(basis)\", \"prompt_tokens\"",
                    ]
                ).first)
            #expect(run.execution.ttftDefinition == definition)
        }
        let server = try #require(ServingSample.runs("bench_1.json", replacing: ["\"backend\": \"ollama\"": "\"backend\": \"tgi\""]).first)
        #expect(server.execution.ttftDefinition == .serverReported)
    }

    @Test func `an unknown version is read with a note, one without a needed field is skipped with the field's name`() throws {
        let run = try #require(ServingSample.runs("bench_1.json", replacing: ["0.30.0": "7.1.0"]).first)
        #expect(run.provenance.notes == ["Version 7.1.0 of Chimeraforge is not one that was tried; all fields that are needed are there."])
        #expect(run.producer.version == "7.1.0")
        #expect(
            ServingSample.reading("bench_1.json", replacing: ["\"count\": 4": "\"n\": 4"]).skipped.map(\.reason)
                == ["Chimeraforge bench: the field 'aggregate.count' is missing, or not what it should be"])
    }

    @Test func `one request deviates from nothing`() throws {
        let run = try #require(ServingSample.runs("bench_1.json", replacing: ["\"count\": 4": "\"count\": 1"]).first)
        #expect(run.figures(.e2eLatency) == [900.5, 899.5, 950.5, 955.5, nil])
    }
}
