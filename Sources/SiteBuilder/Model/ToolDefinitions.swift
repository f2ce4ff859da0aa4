import AgentRuns

/// What a tool means by the names that several tools share.
///
/// A tool that is not listed is safe: its TPOT and ITL stand apart from those of all others, and its throughput counts as a whole server's.
struct ToolDefinitions: Sendable {
    /// As its makers write it.
    let title: String
    /// What it calls TPOT and ITL, in a few words; by generation where that changed, `""` for all others.
    private var definitions: [String: [MetricID: String]] = [:]
    private var throughput: MetricBasis = .wholeServer
    /// Generations whose throughput is of something else.
    private var throughputOfGeneration: [String: MetricBasis] = [:]
    /// The back ends of which it knows how long they generated; of every other its throughput is over the whole request. Empty where that is one.
    private var timedBackends: Set<String> = []
    /// The value of the option `scenario` under which every request is sent at once, so that each waits for those before it.
    private var batchScenario: String?

    /// By the name of the program in a run's producer.
    ///
    /// Source: the tools' own sources, as the formats of `RunImport` name them.
    static let all: [String: ToolDefinitions] = [
        "vllm": ToolDefinitions(title: "vLLM", definitions: ["": [.tpot: perRequest, .itl: pooledGaps]]),
        "sglang": ToolDefinitions(title: "SGLang", definitions: ["": [.tpot: perRequest, .itl: pooledGaps]]),
        "aiperf": ToolDefinitions(title: "AIPerf", definitions: ["": [.itl: perRequest]]),
        "genai-perf": ToolDefinitions(title: "GenAI-Perf", definitions: ["": [.itl: perRequest]]),
        "guidellm": ToolDefinitions(
            title: "GuideLLM",
            definitions: [
                "1": [.itl: "every gap between two tokens, of all requests together"],
                "2": [
                    .tpot: "(last token − first token) / tokens, a value for each request",
                    .itl: "(last token − first token) / (tokens − 1), a value for each request",
                ],
                "3": fromRequestStart, "4": fromRequestStart,
            ], throughput: .momentaryRates, throughputOfGeneration: ["1": .wholeServer]),
        "llmperf": ToolDefinitions(title: "LLMPerf", definitions: ["": [.itl: "latency / tokens, TTFT included"]]),
        "mlperf": ToolDefinitions(title: "MLPerf LoadGen", definitions: ["": [.tpot: perRequest]], batchScenario: "Offline"),
        "inferencex": ToolDefinitions(title: "InferenceX", definitions: ["": [.tpot: byToolBeneath, .itl: byToolBeneath]]),
        "ollama": ToolDefinitions(title: "Ollama", definitions: ["": [.tpot: generationByServer]], throughput: .oneStream),
        "chimeraforge": ToolDefinitions(title: "Chimeraforge", throughput: .oneStream, timedBackends: ["ollama"]),
        "llama-bench": ToolDefinitions(title: "llama-bench", throughput: .oneStream),
        "llama-sweep-bench": ToolDefinitions(title: "llama-sweep-bench", throughput: .oneStream),
        "llama.cpp": ToolDefinitions(title: "llama.cpp", definitions: ["": [.tpot: generationByServer]], throughput: .oneStream),
        "ollama-run": ToolDefinitions(title: "ollama run", definitions: ["": [.tpot: generationByServer]], throughput: .oneStream),
    ]

    /// The same by the tools' titles.
    static let byTitle = Dictionary(all.values.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })

    private static let perRequest = "(latency − TTFT) / (tokens − 1), a value for each request"
    private static let generationByServer = "generation time / tokens, by the server"
    private static let pooledGaps = "every gap between two chunks, of all requests together"
    private static let byToolBeneath = "as the tool beneath it defines it"
    private static let fromRequestStart: [MetricID: String] = [
        .tpot: "(last token − start of the request) / tokens, TTFT included",
        .itl: "(last token − first token) / (tokens − 1), weighted by tokens",
    ]

    func definition(of metric: MetricID, generation: String?) -> String? {
        (definitions[generation ?? ""] ?? definitions[""])?[metric]
    }

    func throughput(generation: String?, backend: String?) -> MetricBasis {
        if let backend, !timedBackends.isEmpty, !timedBackends.contains(backend) { return .wholeRequest }
        return generation.flatMap { throughputOfGeneration[$0] } ?? throughput
    }

    func sendsAllAtOnce(_ configuration: SamplingConfiguration) -> Bool {
        batchScenario.map { configuration["scenario"] == .text($0) } ?? false
    }
}
