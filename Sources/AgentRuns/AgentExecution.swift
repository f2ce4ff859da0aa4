/// What one agent of a run did: its model and options, its calls, and the figures over them.
public struct AgentExecution: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case completed, failed
    }

    /// The agent's place in the run: `collector` and `insight`, or `baseline` and `chimera`.
    public var slot: String
    /// The name that the program shows.
    public var agent: String?
    public var model: String?
    public var status: Status
    /// Why it failed, in the program's words or in a short description of what is missing.
    public var error: String?
    public var configuration: SamplingConfiguration
    public var ttftDefinition: TTFTDefinition
    /// When the program says that this agent started.
    public var timestamp: Timestamp?
    /// One summary for each metric that the source reports; a metric that was not measured has no entry.
    public var metrics: [MetricID: MetricSummary]
    /// Every call with its own figures, in order; empty where the source has none.
    public var calls: [Call]
    /// How many calls the figures stand for, where the calls themselves are not stored.
    public var callCount: Int?
    /// How many of them were cold, where the calls themselves are not stored and this is known.
    public var coldCount: Int?
    /// Seconds of each stage of the program's own workflow, and their `total`.
    public var workflow: [String: Double]
    public var analysed: AnalysedData?
    public var report: Report?

    public init(
        slot: String, agent: String? = nil, model: String? = nil, status: Status = .completed, error: String? = nil,
        configuration: SamplingConfiguration = SamplingConfiguration(), ttftDefinition: TTFTDefinition = .unknown,
        timestamp: Timestamp? = nil, metrics: [MetricID: MetricSummary] = [:], calls: [Call] = [], callCount: Int? = nil,
        coldCount: Int? = nil, workflow: [String: Double] = [:], analysed: AnalysedData? = nil, report: Report? = nil
    ) {
        self.slot = slot
        self.agent = agent
        self.model = model
        self.status = status
        self.error = error
        self.configuration = configuration
        self.ttftDefinition = ttftDefinition
        self.timestamp = timestamp
        self.metrics = metrics
        self.calls = calls
        self.callCount = callCount
        self.coldCount = coldCount
        self.workflow = workflow
        self.analysed = analysed
        self.report = report
    }
}
