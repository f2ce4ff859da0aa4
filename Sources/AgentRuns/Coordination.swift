/// How two agents that ran at once shared the machine.
public struct Coordination: Sendable, Hashable {
    /// From the first start to the last end, in seconds.
    public var wall: Double?
    /// The agents' own times added up, in seconds.
    public var sequential: Double?
    /// `sequential / wall`.
    public var speedup: Double?
    /// `speedup` over the number of agents, as a fraction of 1.
    public var efficiency: Double?
    /// Whether the program found that the agents were in each other's way; `nil` where it does not record it.
    public var contention: Bool?

    public init(wall: Double? = nil, sequential: Double? = nil, speedup: Double? = nil, efficiency: Double? = nil, contention: Bool? = nil) {
        self.wall = wall
        self.sequential = sequential
        self.speedup = speedup
        self.efficiency = efficiency
        self.contention = contention
    }
}
