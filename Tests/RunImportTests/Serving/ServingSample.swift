import AgentRuns
import Testing

/// A result of each serving tool, made up, as small as the tool's real ones can be.
struct ServingSample: Sendable, CustomTestStringConvertible {
    var format: String
    var file: String
    var text: String
    /// How many runs it holds.
    var runs = 1
    /// Metrics whose figures are not in the text, because the tool's definition computes them.
    var derived: Set<MetricID> = []

    var testDescription: String { file }

    static let all: [ServingSample] = [
        ServingSample(format: "vllm", file: "serve.json", text: vllm, derived: [.totalThroughput, .requestsFailed]),
        ServingSample(format: "vllm", file: "serve.log", text: vllmBlock),
        ServingSample(format: "llama-bench", file: "bench.jsonl", text: llamaLines, runs: 2),
        ServingSample(format: "llama-bench", file: "bench.csv", text: llamaTable, runs: 2),
        ServingSample(format: "llama-bench", file: "bench.md", text: llamaMarkdown, runs: 2),
        ServingSample(
            format: "ollama", file: "answer.ndjson", text: ollama,
            derived: [.ttft, .tpot, .outputThroughput, .promptThroughput, .requestsCompleted]),
        ServingSample(format: "chimeraforge", file: "bench_1.json", text: chimeraForge, derived: [.inputTokens, .requestsFailed]),
        ServingSample(format: "aiperf", file: "profile_export_aiperf.json", text: aiperf, derived: [.requestsFailed]),
        ServingSample(format: "aiperf", file: "profile_export_aiperf.csv", text: aiperfTable),
        ServingSample(format: "genai-perf", file: "profile_export_genai_perf.json", text: genaiPerf, derived: [.inputTokens, .outputTokens]),
        ServingSample(format: "genai-perf", file: "profile_export_genai_perf.csv", text: genaiPerfTable, derived: [.inputTokens, .outputTokens]),
        ServingSample(format: "guidellm", file: "benchmarks.json", text: guidellm),
        ServingSample(format: "guidellm", file: "benchmarks.csv", text: guidellmTable, derived: [.inputTokens, .outputTokens]),
        ServingSample(
            format: "sglang", file: "result.jsonl", text: sglang, runs: 2,
            derived: [.requestThroughput, .promptThroughput, .outputThroughput, .totalThroughput]),
        ServingSample(format: "sglang", file: "result.log", text: sglangBlock),
        ServingSample(
            format: "inferencex", file: "agg_point.json", text: inferenceX, runs: 2,
            derived: [.totalThroughput, .outputThroughput, .promptThroughput, .requestThroughput, .requestsFailed]),
        ServingSample(format: "llmperf", file: "small_summary.json", text: llmperf, derived: [.inputTokens, .outputTokens]),
        ServingSample(format: "llama-benchy", file: "benchy.md", text: LlamaText.benchy, runs: 4),
        ServingSample(
            format: "llama-batched-bench", file: "batched.log", text: LlamaText.batched, runs: 2, derived: [.inputTokens, .outputTokens]),
        ServingSample(
            format: "llama-batched-bench", file: "batched.jsonl", text: LlamaText.batchedLines, derived: [.inputTokens, .outputTokens]),
        ServingSample(format: "llama-sweep-bench", file: "sweep.log", text: LlamaText.sweep, runs: 2),
        ServingSample(format: "llama.cpp", file: "server.log", text: LlamaText.server, runs: 2, derived: [.requestsCompleted]),
        ServingSample(format: "llama.cpp", file: "cli.log", text: LlamaText.program),
        ServingSample(
            format: "ollama-run", file: "chat.txt", text: ollamaRun, runs: 2,
            derived: [.ttft, .tpot, .e2eLatency, .outputThroughput, .promptThroughput, .requestsCompleted]),
        ServingSample(format: "vllm-latency", file: "latency.json", text: vllmLatency),
        ServingSample(format: "vllm-latency", file: "latency.log", text: vllmLatencyLines),
        ServingSample(format: "vllm-throughput", file: "throughput.json", text: vllmThroughput),
        ServingSample(format: "vllm-throughput", file: "throughput.log", text: vllmThroughputLine),
        ServingSample(format: "mlperf", file: "mlperf_log_summary.txt", text: mlperf),
    ]

    /// The metrics that a format computes in any of its samples.
    static func derived(of format: String) -> Set<MetricID> {
        all.filter { $0.format == format }.reduce(into: []) { $0.formUnion($1.derived) }
    }

    static func named(_ file: String) -> String { all.first { $0.file == file }?.text ?? "" }
}
