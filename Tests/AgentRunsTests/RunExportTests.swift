import Bytes
import JSON
import Testing

@testable import AgentRuns

struct RunExportTests {
    private func export(_ records: RunExport.Records, _ format: RunExport.Format, _ runs: [Run] = [.sample]) -> [String] {
        var output = ByteBuffer()
        RunExport(records, as: format).write(runs, into: &output)
        return output.string.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `an execution is one object with the keys of the design, in order`() throws {
        let lines = export(.executions, .jsonl)
        #expect(lines.count == 3 && lines[2].isEmpty)
        let record = try JSON(parsing: Array(lines[0].utf8))
        #expect(
            record.members?.map(\.key) == [
                "run", "suite", "scenario", "run_number", "slot", "agent", "model", "language", "runtime", "configuration", "timestamp", "status",
                "ttft_definition", "ttft_ms", "output_throughput", "output_tokens", "total_duration_ms", "prompt_eval_ms", "eval_ms", "load_ms",
                "calls", "cold", "metrics", "dialect", "sources", "report",
            ])
        #expect(record["ttft_ms"] == .number(652.16315))
        #expect(record["output_tokens"] == .number(2048))
        #expect(record["eval_ms"] == .null)
        #expect(record["calls"] == .number(2))
        #expect(record["cold"] == .number(0))
        #expect(record["sources"] == .array([.string("a/metrics.json"), .string("a/run.md")]))
    }

    @Test func `export, import, export is the identity`() throws {
        let first = export(.executions, .jsonl)
        let records = try first.dropLast().map { try JSON(parsing: Array($0.utf8)) }
        let runs = try TidyExecutions.runs(from: records)
        #expect(export(.executions, .jsonl, runs) == first)
        #expect(try runs.map { try RunFile.decode(RunFile.encode($0).bytes, path: "x") } == runs)
    }

    @Test func `differences are the second agent minus the first`() throws {
        var run = Run.sample
        run.executions[0].metrics[.outputThroughput] = MetricSummary(unit: "tok/s", [.mean: 41.5])
        run.executions[1].metrics[.outputThroughput] = MetricSummary(unit: "tok/s", [.mean: 40])
        run.executions[1].metrics[.ttft] = MetricSummary(unit: "ms", [.mean: 700])
        let record = try JSON(parsing: Array(export(.runs, .jsonl, [run])[0].utf8))
        #expect(record["throughput_delta"] == .number(-1.5))
        #expect(record["ttft_delta_ms"] == .null, "the two agents' TTFT are not of one definition")
        #expect(record["speedup"] == .number(1.9921145275966528))
        #expect(record["executions"] == .number(2))
    }

    @Test func `a spreadsheet gets quoted cells and empty ones for null`() {
        let lines = export(.calls, .csv)
        #expect(lines[0].hasPrefix("run,slot,index,stage,timestamp,ttft_ms,load_ms,"))
        #expect(lines[1] == "suite/run_2,collector,0,analysis,,528.6866,144.4629,,,24108.5296,,952,41.2,false,,1,")
        #expect(lines[2] == "suite/run_2,collector,1,report,,,,,,,,,,,timed out,,")
        #expect(export(.executions, .csv)[1].contains(#","{""num_gpu"":80,""num_ctx"":null,"#))
    }
}
