/// One invocation that was measured: one or more agents that worked once, what they cost, and where the figures come from.
public struct Run: Sendable, Hashable, Identifiable {
    /// The path of the run below `content/runs`, which begins with its suite: `tr115/runtime-smol/chimera_homo_gpu80_ctx512/run_2`.
    public var id: String
    /// The group of runs that it belongs to; may have several parts, split by `/`.
    public var suite: String
    /// `single_agent`, `baseline_vs_chimera`, `chimera_homo`, `chimera_hetero`, `serving_benchmark`, or what the source says; `nil` where it says nothing.
    public var scenario: String?
    /// The number that the program itself gave the run.
    public var runNumber: Int?
    public var startedAt: Timestamp?
    public var producer: Producer
    public var system: HostSystem?
    /// In the order of their slots in the source; never empty.
    public var executions: [AgentExecution]
    /// How two agents that ran at once got on together; `nil` for a run of one agent, or of several one after the other.
    public var coordination: Coordination?
    /// Files beside the run file that a program wrote about the whole run.
    public var documents: [String]
    public var provenance: Provenance

    public init(
        id: String, suite: String, scenario: String? = nil, runNumber: Int? = nil, startedAt: Timestamp? = nil,
        producer: Producer = Producer(), system: HostSystem? = nil, executions: [AgentExecution],
        coordination: Coordination? = nil, documents: [String] = [], provenance: Provenance
    ) {
        self.id = id
        self.suite = suite
        self.scenario = scenario
        self.runNumber = runNumber
        self.startedAt = startedAt
        self.producer = producer
        self.system = system
        self.executions = executions
        self.coordination = coordination
        self.documents = documents
        self.provenance = provenance
    }
}
