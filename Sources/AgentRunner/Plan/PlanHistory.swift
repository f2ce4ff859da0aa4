import AgentRuns

/// What stored runs tell a plan: which of its own are there, and what runs of its configurations took.
struct PlanHistory: Sendable {
    /// What one run used up.
    struct Cost: Sendable, Hashable {
        var seconds: Double
        /// Of prompts and answers together.
        var tokens: Int
    }

    private var marked: [(mark: PlanMark, run: Run)] = []
    private var costs: [Configuration: [Cost]] = [:]

    private struct Configuration: Hashable {
        var scenario: String?
        var agents: [[String]]
    }

    init(_ runs: [Run], fingerprint: String) {
        for run in runs {
            if let mark = PlanMark(of: run), mark.fingerprint == fingerprint { marked.append((mark, run)) }
            if run.producer.program == RunRecorder.program, run.isCompleted { add(run) }
        }
    }

    mutating func add(_ run: Run) {
        guard let cost = Cost(of: run) else { return }
        let agents = run.executions.map { [$0.slot, $0.model ?? "", $0.configuration.label] }
        costs[Configuration(scenario: run.scenario, agents: agents), default: []].append(cost)
    }

    /// The number that the plan's latest series of repetitions began with; `nil` where it has none.
    var latestFirstNumber: Int? { marked.map(\.mark.firstNumber).max() }

    /// The runs of that series.
    func runs(from firstNumber: Int) -> [Run] {
        marked.filter { $0.mark.firstNumber == firstNumber }.map(\.run)
    }

    /// What runs of the same scenario, models and options took on average; `nil` where none is stored.
    func meanCost(of run: ScheduledRun, scenario: Scenario) -> Cost? {
        let agents = run.agents.map { [$0.slot, $0.model, $0.configuration.label] }
        guard let known = costs[Configuration(scenario: scenario.rawValue, agents: agents)], !known.isEmpty else { return nil }
        return Cost(
            seconds: known.reduce(0) { $0 + $1.seconds } / Double(known.count),
            tokens: known.reduce(0) { $0 + $1.tokens } / known.count)
    }
}

extension PlanHistory.Cost {
    /// `nil` for a run whose duration is not stored.
    init?(of run: Run) {
        let longest = run.executions.compactMap { $0.workflow["total"] }.max()
        guard let seconds = run.coordination?.wall ?? longest else { return nil }
        self.init(seconds: seconds, tokens: run.executions.flatMap(\.calls).reduce(0) { $0 + $1.tokens })
    }
}

extension Call {
    /// Tokens of the prompt and the answer, as far as they were counted.
    var tokens: Int { (promptTokens ?? 0) + (outputTokens ?? 0) }
}

extension Run {
    var isCompleted: Bool { executions.allSatisfy { $0.status == .completed } }
}
