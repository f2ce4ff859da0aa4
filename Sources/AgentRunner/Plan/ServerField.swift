import AgentRuns

/// A field of a request that this program fills in itself, so that a plan can't.
struct ServerField: Sendable {
    let name: String
    /// Whose requests have it.
    let apis: Set<ServerAPI>
    /// Why it is no option, and what to write instead.
    let reason: String

    /// Why an option of this name is refused; `nil` where it may be sent.
    ///
    /// - Parameter api: what the server speaks; `nil` where that is not known.
    static func reason(against name: String, api: ServerAPI?) -> String? {
        all.first { $0.name == name && (api.map($0.apis.contains) ?? true) }?.reason
    }

    private static let both = Set(ServerAPI.allCases)

    private static let all = [
        ServerField(name: "model", apis: both, reason: "it is the agent's own 'model'"),
        ServerField(name: "prompt", apis: both, reason: "prompts are made of the files in templates/prompts"),
        ServerField(name: "messages", apis: both, reason: "prompts are made of the files in templates/prompts"),
        ServerField(name: "input", apis: both, reason: "prompts are made of the files in templates/prompts"),
        ServerField(name: "images", apis: [.ollama], reason: "prompts are made of the files in templates/prompts"),
        ServerField(name: "system", apis: both, reason: "it is the agent's own 'persona'"),
        ServerField(name: "context", apis: [.ollama], reason: "every prompt is new, so that nothing is answered from a cache"),
        ServerField(name: "stream", apis: both, reason: "times are taken from the stream"),
        ServerField(name: "stream_options", apis: [.openAI], reason: "the token counts are asked for with it"),
        ServerField(name: "n", apis: [.openAI], reason: "the figures are those of one answer; use 'repetitions'"),
        ServerField(name: "best_of", apis: [.openAI], reason: "the figures are those of one answer; use 'repetitions'"),
        ServerField(name: "options", apis: [.ollama], reason: "its options stand in the configuration themselves"),
        ServerField(name: "extra_body", apis: [.openAI], reason: "its fields stand in the configuration themselves"),
    ]
}
