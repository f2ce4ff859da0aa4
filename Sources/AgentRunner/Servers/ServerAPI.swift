/// What a server speaks.
public enum ServerAPI: String, Sendable, Hashable, CaseIterable {
    /// Ollama's native API.
    case ollama
    /// OpenAI's chat completions.
    case openAI = "openai"
}
