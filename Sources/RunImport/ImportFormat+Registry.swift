extension [any ImportFormat] {
    /// Every format that this program reads, in the order in which they are asked.
    public static var all: [any ImportFormat] {
        [
            Tidy(),
            Chimera(),
            ChimeraForge(),
            LlamaBench(),
            InferenceX(),
            VLLM(),
            SGLang(),
            LLMPerf(),
            GuideLLM(),
            AIPerf(),
            GenAIPerf(),
            Ollama(),
            MLPerf(),
        ]
    }
}
