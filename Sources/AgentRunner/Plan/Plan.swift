public import AgentRuns
public import SystemPackage

/// What `sitegen run` is to measure, read from a plan file: servers, agents, and the combinations of options to try.
public struct Plan: Sendable, Hashable {
    public var suite: String
    public var scenario: Scenario
    /// The folder that the agents analyse; a relative path in the file counts from the file's own folder.
    public var ingest: FilePath
    public var repetitions: Int
    /// Orders the schedule, and is the sampler's seed where the server takes one and no configuration has its own.
    public var seed: Int?
    /// How long one call may take, in seconds.
    public var timeout: Double
    public var coldStart: ColdStart
    /// Calls that nobody measures, made by each agent before a run that does not start cold.
    public var warmUp: Int
    public var budget: Budget
    public var servers: [Server]
    public var agents: [Agent]
    public var grid: Grid
    /// The plan file's name and content, as a run's provenance lists them.
    public var source: SourceFile

    /// Which runs begin with the model unloaded.
    public enum ColdStart: String, Sendable, Hashable, CaseIterable {
        case eachRun = "each-run"
        /// The first run of each configuration.
        case first
        case never
    }

    /// What a plan may use up before it stops; `nil` is no limit.
    public struct Budget: Sendable, Hashable {
        /// Tokens of prompts and answers together.
        public var tokens: Int?
        public var minutes: Double?

        public init(tokens: Int? = nil, minutes: Double? = nil) {
            self.tokens = tokens
            self.minutes = minutes
        }
    }

    public struct Server: Sendable, Hashable {
        public enum API: String, Sendable, Hashable, CaseIterable {
            case ollama, openai
            /// A recorded conversation, played back with its timing.
            case replay
        }

        public var name: String
        /// Where it is, without user name and password; empty for a replay without one.
        public var url: String
        /// The address as it was written, which can hold a password and must not be shown.
        var writtenURL: String
        public var api: API
        /// The recorded conversation that a replay plays.
        public var transcript: FilePath?
        /// What the recorded server spoke; `nil` leaves it to the transcript.
        var recordedAPI: ServerAPI?
        /// The environment variable that holds the key; the key itself is never part of a plan.
        public var keyVariable: String?
    }

    public struct Agent: Sendable, Hashable {
        public var slot: String
        public var name: String
        public var model: String
        /// The name of its server.
        public var server: String
        /// What its requests carry to the server.
        public var options: RequestOptions
        public var persona: Persona
        /// The most tokens that one call may generate, where no option says it; `nil` leaves it to the server.
        public var tokenLimit: Int?

        /// The options as its runs keep them.
        public var configuration: SamplingConfiguration { options.configuration }
    }

    /// Who the model is told to be.
    public enum Persona: Sendable, Hashable {
        /// The prompt file `persona.mustache`.
        case standard
        case sentence(String)
        /// Another file of the prompts folder.
        case file(String)
    }

    public func server(named name: String) -> Server? {
        servers.first { $0.name == name }
    }

    /// The most tokens that one call of an agent may generate; `nil` where nothing limits it.
    func tokenLimit(of agent: Agent) -> Int? {
        let names = server(named: agent.server)?.client.map(\.tokenLimits) ?? ServerAPI.allTokenLimits
        let own = names.compactMap { agent.options[$0] }
        return own.isEmpty ? agent.tokenLimit : own.compactMap(\.integer).filter { $0 > 0 }.min()
    }
}
