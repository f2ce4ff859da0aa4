/// What series have in common that may have gone on as one another: everything but the options and the measure.
struct TrajectoryKin: Sendable, Hashable {
    let scenario: String?
    let slot: String
    let program: String?
    let model: String?

    init(_ agent: TrajectoryKey.Agent) {
        scenario = agent.scenario
        slot = agent.slot
        program = agent.program
        model = agent.configuration.model
    }
}
