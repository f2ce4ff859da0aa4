import AgentRuns
import Foundation
import Testing

@testable import RunImport

/// AIPerf and GenAI-Perf, which share their layout.
struct PerfExportTests {
    @Test func `every metric of AIPerf is converted by its own unit`() throws {
        let run = try #require(ServingSample.runs("profile_export_aiperf.json").first)
        #expect(run.provenance.importer == "aiperf")
        #expect(run.figures(.e2eLatency) == [1500, 1250, 1875, 2500, 250])
        #expect(run.figures(.ttft) == [45.5, 44.5, 60.5, 70.5, 5.5])
        #expect(run.execution.metrics[.ttft]?.n == 31)
        #expect(run.figures(.itl) == [9.5, 9.25, nil, nil, nil])
        #expect(run.mean(.inputTokens) == 3100)
        #expect(run.mean(.outputTokens) == 1984)
        #expect(run.mean(.requestsFailed) == 3)
        #expect(run.startedAt?.text == "2026-03-04T05:06:07Z", "the time with a zone is preferred")
        #expect(run.options == "concurrency=4 streaming=true")
    }

    @Test func `a row adjusted for errors is not the row of the latency itself`() throws {
        let text = """
            Metric,avg,min,max,p50,p99,std
            Request Latency (error-adjusted) (ms),,160.50,,185.25,,
            Request Latency (ms),180.50,160.50,190.00,182.25,189.75,6.50
            Time to First Token (error-adjusted) (ms),,51.00,,52.00,,
            Time to First Token (ms),0.0535,0.05,0.06,0.0525,0.0625,0.00

            """
        let run = try #require(InMemory.read(text, name: "profile_export_aiperf.csv").runs.first?.run)
        #expect(run.figures(.e2eLatency) == [180.5, 182.25, nil, 189.75, 6.5])
        #expect(run.figures(.ttft) == [0.0535, 0.0525, nil, 0.0625, 0])
    }

    @Test func `the first release of AIPerf has its metrics in records and the TTFT by its short name`() throws {
        let text = """
            {"records": {"request_latency": {"unit": "ms", "avg": 180.5, "p50": 182.25, "count": 13}, "ttft": {"unit": "ms", "avg": 53.5, "count": 13},
            "request_count": {"unit": "requests", "avg": 13}, "output_token_throughput": {"unit": "tokens/sec", "avg": 900.5}},
            "input_config": {"endpoint": {"model_names": ["org/small"], "api_key": "sk-secret"}, "loadgen": {"concurrency": 2}},
            "was_cancelled": false, "error_summary": [{"count": 3}], "start_time": "2026-03-04T05:06:07.5"}
            """
        let run = try #require(InMemory.read(text, name: "profile_export_aiperf.json").runs.first?.run)
        #expect(run.figures(.ttft) == [53.5, nil, nil, nil, nil])
        #expect(run.execution.metrics[.ttft]?.n == 13)
        #expect([MetricID.requestsCompleted, .requestsFailed, .outputThroughput].map { run.mean($0) } == [13, 3, 900.5])
        #expect(run.execution.model == "org/small" && run.options == "concurrency=2")
        #expect(run.startedAt?.text == "2026-03-04T05:06:07.5")
    }

    @Test(arguments: [
        (#"{"metadata": {"x_request_id": "a"}, "metrics": {}}"#, "single requests of AIPerf; its figures are in profile_export_aiperf.json"),
        (#"{"data": [{"session_id": "s", "payloads": []}]}"#, "inputs of AIPerf, without figures"),
        (#"{"metadata": {"other": "a"}, "metrics": {}}"#, "JSON of no known format"),
    ])
    func `what lies beside AIPerf's results is named for what it is`(text: String, reason: String) {
        #expect(InMemory.read(text, name: "beside.json").skipped.map(\.reason) == [reason])
    }

    @Test func `a newer layout of AIPerf has its load in phases, and an unknown schema is noted`() throws {
        let changes: KeyValuePairs = [
            "\"loadgen\": {\"concurrency\": 4}": "\"phases\": [{\"name\": \"warmup\", \"rate\": 1}, {\"name\": \"profiling\", \"rate\": 2.5}]",
            "\"min_request_timestamp\"": "\"schema_version\": \"9.9\", \"another\"",
        ]
        let run = try #require(ServingSample.runs("profile_export_aiperf.json", replacing: changes).first)
        #expect(run.options == "request_rate=2.5 streaming=true")
        #expect(run.startedAt?.text == "2026-03-04T00:06:07.5")
        #expect(run.provenance.notes == ["Schema 9.9 of AIPerf is not one that was tried; all fields that are needed are there."])
    }

    @Test func `a unit that is not known leaves its metric out`() throws {
        let run = try #require(ServingSample.runs("profile_export_aiperf.json", replacing: ["\"unit\": \"us\"": "\"unit\": \"fortnights\""]).first)
        #expect(run.figures(.itl) == nil)
        #expect(run.provenance.notes == ["The unit of inter_token_latency is not known; it was left out."])
    }

    @Test func `the table of AIPerf has thousands in quotes, and other tables behind it`() throws {
        let run = try #require(ServingSample.runs("profile_export_aiperf.csv").first)
        #expect(run.provenance.importer == "aiperf")
        #expect(run.figures(.e2eLatency) == [1228.5, 1223.25, 1272.5, 1275.75, 33.5])
        #expect(run.mean(.requestsCompleted) == 24)
        #expect(run.mean(.inputTokens) == 1536)
        #expect(run.mean(.outputTokens) == 678)
    }

    @Test func `a last line without an end may have lost digits and is left out`() throws {
        let cut = ServingSample.aiperfTable.components(separatedBy: ".75\nTotal Input")[0]
        let run = try #require(InMemory.read(cut, name: "profile_export_aiperf.csv").runs.first?.run)
        #expect(run.mean(.requestThroughput) == nil)
        #expect(run.mean(.requestsCompleted) == 24)
        #expect(run.provenance.notes == ["The file's last line has no end; it was left out."])
    }

    @Test func `GenAI-Perf has no keys of AIPerf, and tokens as a mean for each request`() throws {
        let run = try #require(ServingSample.runs("profile_export_genai_perf.json").first)
        #expect(run.provenance.importer == "genai-perf")
        #expect(run.figures(.ttft) == [35.77, 36.05, nil, nil, nil])
        #expect(run.figures(.itl) == [8.5, nil, nil, nil, nil])
        #expect(run.mean(.outputTokens) == 716)
        #expect(run.mean(.requestsFailed) == nil)
        #expect(run.options == "concurrency=4 streaming=true")
    }

    @Test func `without streaming a time to the first token is that of the whole request, and is left out`() throws {
        let run = try #require(ServingSample.runs("profile_export_genai_perf.json", replacing: ["\"streaming\": true": "\"streaming\": false"]).first)
        #expect(run.figures(.ttft) == nil)
        #expect(run.figures(.e2eLatency) == [357.75, 360.5, 406.75, 420.75, 34.75])
    }

    @Test(
        arguments: [
            ("5,919.16", 5919.16), ("1,234,567", 1_234_567), ("12.5", 12.5), ("9,,436.25", nil), ("9,43.25", nil), ("9.5,436", nil), (",436", nil),
            ("N/A", nil),
        ] as [(String, Double?)])
    func `commas stand between thousands or make no figure`(cell: String, value: Double?) {
        #expect(RecordedFigure.grouped(cell) == value)
    }

    @Test func `the table of GenAI-Perf is converted by the unit in its names`() throws {
        let run = try #require(ServingSample.runs("profile_export_genai_perf.csv").first)
        #expect(run.provenance.importer == "genai-perf")
        #expect(run.figures(.ttft) == [1.14631, 0.64007, 3.34956, 3.45797, nil])
        #expect(run.figures(.itl) == nil)
        #expect(run.figures(.e2eLatency) == [6406.25, 5690.25, 9046.5, 9436.25, nil])
        #expect(run.mean(.inputTokens) == 4020)
    }
}
