import Bytes

/// What a schedule, or what is left of one, will take.
struct Estimate: Sendable, Hashable {
    var runs: Int
    var calls: Int
    /// The most tokens that the answers can have; `nil` where an agent has no limit.
    var tokenLimit: Int?
    /// The longest that it can last if every call takes as long as it may.
    var longestMinutes: Double
    /// By what stored runs of the same configurations took; `nil` where there are none.
    var likelyMinutes: Double?
    /// How many of the runs have such a forerunner.
    var knownRuns: Int

    init(_ runs: [ScheduledRun], of plan: Plan, history: PlanHistory) {
        self.runs = runs.count
        let callsPerAgent = { (run: ScheduledRun) in AgentWorkflow.stageCount + (run.startsCold ? 0 : plan.warmUp) }
        calls = runs.reduce(0) { $0 + $1.agents.count * callsPerAgent($1) }
        let limits = runs.flatMap { run in run.agents.map { plan.tokenLimit(of: $0).map { $0 * AgentWorkflow.stageCount } } }
        tokenLimit = limits.contains(nil) ? nil : limits.compactMap(\.self).reduce(0, +)
        longestMinutes = runs.reduce(0) { $0 + Double(callsPerAgent($1)) * plan.timeout } / 60
        let known = runs.compactMap { history.meanCost(of: $0, scenario: plan.scenario)?.seconds }
        knownRuns = known.count
        likelyMinutes = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count) * Double(runs.count) / 60
    }

    /// One sentence.
    var text: String {
        var parts = ["\(runs) runs, \(calls) calls", tokenLimit.map { "at most \($0) output tokens" } ?? "no limit of output tokens"]
        parts.append("at most \(Self.minutes(longestMinutes)) by the timeout")
        if let likelyMinutes {
            parts.append(
                "about \(Self.minutes(likelyMinutes)) by what \(knownRuns == runs ? "" : "\(knownRuns) of ")these configurations took before")
        }
        return parts.joined(separator: ", ")
    }

    private static func minutes(_ value: Double) -> String {
        var text = ByteBuffer()
        text.append(value, decimals: 1)
        return "\(text.string) min"
    }
}
