import AgentRuns
import Charts

/// The large figures of a serving benchmark: how long a request waits, how much the server gives, how many requests there were.
extension RunHeadline {
    func servingBlocks(_ observation: Observation) -> [Block] {
        let execution = observation.execution
        let wait = latencyBlock(.ttft, execution)
        let blocks = [wait, throughputBlock(observation), wait == nil ? latencyBlock(.e2eLatency, execution) : nil, requestsBlock(execution)]
            .compactMap(\.self)
        // A failed benchmark may have no figure at all.
        return blocks.isEmpty ? [Block(name: "TTFT", figures: [Figure(value: nil, quantity: .milliseconds, details: ["not measured"])])] : blocks
    }

    /// The p50 where the tool gives one, with its p99.
    private func latencyBlock(_ id: MetricID, _ execution: AgentExecution) -> Block? {
        guard let metric = Metric(id), let summary = execution.metrics[id], let value = summary[.p50] ?? summary.headline else { return nil }
        let quantity = Quantity.given(in: summary.unit)
        let answer = execution.knownCalls.first
        let statistic =
            if let isCold = answer?.cold { isCold ? "cold" : "warm" } else { summary[.p50] == nil ? "mean" : "p50" }
        let p99 = summary[.p99].map { "p99 \(NumberFormat($0, of: quantity, in: .headline).text($0))" }
        let extent = summary.n.map { "n \(counted($0))" }
        return Block(
            name: "\(metric.name), \(statistic)", figures: [Figure(value: value, quantity: quantity, details: [p99, extent].compactMap(\.self))])
    }

    /// What the benchmark gives of output; of prompts, or of both together, where it says nothing of output alone.
    private func throughputBlock(_ observation: Observation) -> Block? {
        let execution = observation.execution
        for id in [MetricID.outputThroughput, .promptThroughput, .totalThroughput] {
            guard let metric = Metric(id), let summary = execution.metrics[id], let value = summary[.p50] ?? summary.headline else { continue }
            let scope = observation.basis(of: id)?.name
            let tokens = id == .outputThroughput ? execution.metrics[.outputTokens]?.headline.map { "\(text($0)) tokens" } : nil
            return Block(
                name: metric.name,
                figures: [Figure(value: value, quantity: .given(in: summary.unit), details: [scope, tokens].compactMap(\.self))])
        }
        return nil
    }

    /// How many requests were completed and failed, and how many a second.
    private func requestsBlock(_ execution: AgentExecution) -> Block? {
        let rate = execution.metrics[.requestThroughput].flatMap { summary in
            summary.headline.map { (value: $0, quantity: Quantity.given(in: summary.unit)) }
        }
        guard let completed = execution.metrics[.requestsCompleted]?.headline else {
            return rate.map { Block(name: "Request throughput", figures: [Figure(value: $0.value, quantity: $0.quantity, details: [])]) }
        }
        let failed = execution.metrics[.requestsFailed]?.headline.map { "\(text($0)) failed" }
        let pace = rate.map { NumberFormat($0.value, of: $0.quantity, in: .headline).text($0.value) }
        return Block(
            name: "Requests completed", figures: [Figure(value: completed, quantity: .count, details: [failed, pace].compactMap(\.self))])
    }

    private func text(_ count: Double) -> String { NumberFormat([count], of: .count).number(count) }
}
