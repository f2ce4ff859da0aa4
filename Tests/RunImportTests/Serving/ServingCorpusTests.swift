import AgentRuns
import Foundation
import JSON
import RunImport
import SystemPackage
import Testing

/// Every sample file, read by the importer and held against what is expected of it.
struct ServingCorpusTests {
    private static let isThere = Shared.folder.map {
        FileManager.default.fileExists(atPath: $0.appending("formats/samples/expected.json").string)
    }

    @Test(.enabled(if: isThere == true, "the shared samples are not there"))
    func `every record of every sample comes out as expected, and nothing more`() async throws {
        let files = try #require(try Shared.json("formats/samples/expected.json").array)
        #expect(files.count >= 51)
        var records = 0
        for file in files {
            let name = try file.requireString("file")
            let reading = await RunImporter().readRuns(at: [try Shared.path("formats/samples/\(name)")])
            let runs = reading.runs.map(\.run).sorted { ($0.runNumber ?? 0) < ($1.runNumber ?? 0) }
            let expected = try file.requireArray("records")
            #expect(runs.count == expected.count, "\(name)")
            #expect(reading.diagnostics.isEmpty, "\(name)")
            if expected.isEmpty { #expect(reading.skipped.count == 1, "\(name)") }
            for (index, (run, record)) in zip(runs, expected).enumerated() {
                let differences = Self.differences(run, record, further: Self.further[name]?[index % (Self.further[name]?.count ?? 1)] ?? "")
                #expect(differences.isEmpty, "\(name), record \(index + 1)")
                records += 1
            }
        }
        #expect(records >= 125)
    }

    /// What the configurations hold beside the options that `expected.json` knows, for each record in turn: settings, versions, and lengths that
    /// the file names.
    private static let further: [String: [String]] = [
        "aiperf/qwen-c1.json": ["isl=100 osl=200"],
        "aiperf/qwen-c2.json": ["isl=100 osl=200"],
        "aiperf/stub-nostream-r10.json": ["isl=64 osl=24"],
        "aiperf/stub-stream-c4.json": ["isl=64 osl=24"],
        "chimeraforge/ollama-single.json": ["engine_version=0.12.6"],
        "chimeraforge/vllm-batch-nottft.json": ["engine_version=0.11.0"],
        "chimeraforge/vllm-context-sweep.json": ["engine_version=0.11.0"],
        "genai-perf/stub-nostream-c1.json": ["isl=128 osl=32"],
        "genai-perf/stub-stream-c4.json": ["isl=128 osl=32"],
        "guidellm/gen2-v0.3-stripped.json": ["isl=256 osl=128"],
        "guidellm/gen4-v0.8-report.json": ["isl=32 isl_stddev=4 osl=8"],
        "inferencex/muse-multinode-agg.json": [
            "decode_num_workers=1 decode_tp=6 disagg=1 image=vllm/vllm-openai:latest prefill_num_workers=1 prefill_tp=2 spec_decoding=mtp"
        ],
        "inferencex/muse-singlenode-agg.json": ["image=vllm/vllm-openai:latest spec_decoding=mtp"],
        "llama-bench/gpt-oss-20b-rocm.csv": ["fa=1 mmap=0 threads=16"],
        "llama-bench/gpt-oss-20b-rocm.jsonl": ["fa=1 mmap=0 threads=16"],
        "llama-bench/llama32-1b-decode.jsonl": ["fa=1 mmap=0 threads=16"],
        "llama-bench/rx7900xtx-vulkan.txt": ["", "", "fa=1", "fa=1"],
        "llmperf/anyscale-llama2-70b.json": ["framework=anyscale model_size=70b"],
        "llmperf/gpt41-nano-c50.json": ["isl_stddev=150 osl_stddev=10"],
        "llmperf/groq-llama2-70b.json": ["framework=groq"],
        "mlperf/llama2-70b-interactive.txt": ["tpot_latency_ms=40 ttft_latency_ms=450"],
        "mlperf/llama2-70b-server.txt": ["tpot_latency_ms=200 ttft_latency_ms=2000"],
        "sglang/llama33-70b-offline.jsonl": [
            "isl=1024 osl=1024", "isl=1024 osl=512", "isl=4096 osl=2048", "isl=4096 osl=1024", "isl=4096 osl=1024", "isl=256 osl=512", "",
        ],
        "sglang/llama33-70b-online.jsonl": [
            "isl=1024 osl=1024", "isl=1024 osl=1024", "isl=1024 osl=1024", "isl=1024 osl=1024", "isl=1024 osl=1024", "", "",
        ],
        "sglang/qwen25-agg-c32.jsonl": ["engine_version=0.5.5.post3 isl=128 osl=128"],
        "sglang/qwen25-pd-1p1d-c64.jsonl": [
            "deployment=prefill and decode apart disable_radix_cache=1 engine_version=0.5.5.post3 isl=512 osl=128"
        ],
        "vllm/dgx-spark-gemma4-office.json": ["burstiness=0.7"],
        "vllm/dgx-spark-gemma4-office.log": ["burstiness=0.7 isl=4000 osl=500 random_range_ratio=0.9"],
        "vllm/qwen05-c1-stdout.txt": ["isl=128 osl=64"],
    ]

    private static func differences(_ run: Run, _ record: JSON, further: String) -> [String] {
        guard let execution = run.executions.first, run.executions.count == 1 else { return ["not one execution"] }
        var found: [String] = []
        func compare(_ what: String, _ own: String?, _ wanted: String?) {
            if own != wanted { found.append("\(what): \(own ?? "none") instead of \(wanted ?? "none")") }
        }
        compare("source", run.provenance.importer, record["source"]?.string)
        compare("scenario", run.scenario, "serving_benchmark")
        compare("model", execution.model, record["model"]?.string)
        compare("time", run.startedAt.map { String($0.text.prefix(19)) }, record["timestamp"]?.string.map { String($0.prefix(19)) })
        let isNaive = record[path: "config", "timestamp_assumed_utc"]?.bool == true
        if let zone = run.startedAt?.zone { compare("zone", "\(zone == .naive)", "\(isNaive)") }
        let options = (record["config"]?.members ?? []).filter { $0.key != "timestamp_assumed_utc" }
        for option in options { compare(option.key, execution.configuration[option.key]?.description, Self.value(option.value)?.description) }
        let others = execution.configuration.options.filter { own in !options.contains { $0.key == own.key } }
        compare("further options", others.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "), further)
        let metrics = record["metrics"]?.members ?? []
        compare("metrics", execution.metrics.keys.map(\.rawValue).sorted().joined(separator: " "), metrics.map(\.key).sorted().joined(separator: " "))
        for metric in metrics {
            let own = execution.metrics[MetricID(rawValue: metric.key)]
            compare("\(metric.key) unit", own?.unit, metric.value["unit"]?.string)
            compare("\(metric.key) n", own?.n.map(String.init), metric.value["n"]?.integer.map(String.init))
            for statistic: MetricSummary.Statistic in [.mean, .p50, .p95, .p99, .stddev] {
                let (value, wanted) = (own?[statistic], metric.value[statistic.rawValue]?.number)
                let isEqual = value.flatMap { value in wanted.map { abs(value - $0) <= 1e-9 * abs($0) } } ?? (value == nil && wanted == nil)
                if !isEqual { found.append("\(metric.key) \(statistic): \(value as Any) instead of \(wanted as Any)") }
            }
        }
        return found
    }


    private static func value(_ json: JSON) -> OptionValue? {
        json.number.map(OptionValue.number) ?? json.string.map(OptionValue.text) ?? json.bool.map(OptionValue.flag)
    }
}
