extension [any ImportFormat] {
    /// Every format that this program reads, in the order in which they are asked.
    public static var all: [any ImportFormat] {
        [
            Tidy(),
            Chimera(),
            ChimeraForge(),
            LlamaBench(),
            LlamaBenchy(),
            LlamaBatchedBench(),
            LlamaSweepBench(),
            InferenceX(),
            VLLM(),
            VLLMLatency(),
            VLLMThroughput(),
            SGLang(),
            LLMPerf(),
            GuideLLM(),
            AIPerf(),
            GenAIPerf(),
            Ollama(),
            OllamaRun(),
            LlamaTimings(),
            MLPerf(),
        ]
    }
}
