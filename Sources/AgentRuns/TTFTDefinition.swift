/// What a program measured when it wrote "time to first token". Values of different definitions are never averaged and never share a series.
public enum TTFTDefinition: String, Sendable, Hashable, CaseIterable {
    /// From the request to the first chunk with content, at the client.
    case firstChunk = "first_chunk"
    /// The server's prompt evaluation time alone.
    case promptEval = "prompt_eval"
    /// The server's load time plus its prompt evaluation time.
    case loadPlusPromptEval = "load_plus_prompt_eval"
    /// The whole call, because it was not streamed.
    case totalDuration = "total_duration"
    /// A figure that the server reports under this name.
    case serverReported = "server_reported"
    /// The program does not say.
    case unknown

    /// The definition in a reader's words, as it stands in a caption after "TTFT is".
    public var phrase: String {
        switch self {
        case .firstChunk: "the time to the first chunk"
        case .promptEval: "prompt evaluation alone"
        case .loadPlusPromptEval: "load plus prompt evaluation"
        case .totalDuration: "the whole call, which was not streamed"
        case .serverReported: "as the server reports it"
        case .unknown: "not defined by its program"
        }
    }
}
