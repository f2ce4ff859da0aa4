import AgentRuns
import Bytes

/// Makes the run of what its agents did.
struct RunRecorder: Sendable {
    static let program = "sitegen"

    let plan: Plan
    let mark: PlanMark
    /// The version of this program.
    let version: String
    let redaction: Redaction
    let servers: [String: ServerIdentity]

    /// The run and the reports beside it, by file name.
    func record(_ scheduled: ScheduledRun, _ outcomes: [AgentOutcome], wall: Double, notes: [String]) -> (run: Run, files: [String: [UInt8]]) {
        var files: [String: [UInt8]] = [:]
        var executions = zip(scheduled.agents, outcomes).map { execution(of: $0, $1) }
        for index in executions.indices {
            guard let body = outcomes[index].body else { continue }
            let report = AgentReport(executions[index], body: body, run: scheduled.id, startedAt: outcomes[index].startedAt, outcomes[index].summary)
            let name = "\(executions[index].slot)_report.md"
            files[name] = report.bytes
            executions[index].report = Report(file: name, modelWritten: report.modelWritten)
        }
        let run = Run(
            id: scheduled.id, suite: plan.suite, scenario: plan.scenario.rawValue, runNumber: scheduled.number,
            startedAt: outcomes.compactMap(\.startedAt).min(),
            producer: Producer(program: Self.program, language: "swift", version: version), system: .current, executions: executions,
            coordination: coordination(outcomes, wall: wall),
            provenance: Provenance(
                importer: "run", sources: [plan.source], notes: self.notes(scheduled, outcomes, notes).map(redaction.applied(to:))))
        return (run, files)
    }

    private func execution(of agent: Plan.Agent, _ outcome: AgentOutcome) -> AgentExecution {
        let calls = outcome.calls.map { call in
            var call = call
            call.error = call.error.map(redaction.applied(to:))
            return call
        }
        return AgentExecution(
            slot: agent.slot, agent: agent.name, model: agent.model, status: outcome.error == nil ? .completed : .failed,
            error: outcome.error.map { redaction.applied(to: $0.reason) }, configuration: configuration(of: agent), ttftDefinition: .firstChunk,
            timestamp: outcome.startedAt,
            metrics: outcome.error == nil ? CallFigures(calls, seconds: outcome.workflow["total"]).metrics : [:], calls: calls,
            workflow: outcome.workflow, analysed: outcome.summary?.analysed)
    }

    /// What the plan asks for, with the server that it was asked of: what it is tells series apart, and its version is what their history runs over.
    private func configuration(of agent: Plan.Agent) -> SamplingConfiguration {
        var configuration = agent.configuration
        guard let identity = servers[agent.server], !configuration.options.keys.contains("backend") else { return configuration }
        configuration["backend"] = .text(identity.name)
        configuration["engine_version"] = identity.version.map(OptionValue.text)
        return configuration
    }

    /// `speedup` is the agents' own times added up over the time from the first start to the last end; below 1.5 two agents are in each
    /// other's way. Agents that failed took no time that could be compared.
    private func coordination(_ outcomes: [AgentOutcome], wall: Double) -> Coordination? {
        let times = outcomes.compactMap { $0.error == nil ? $0.workflow["total"] : nil }
        guard times.count > 1, times.count == outcomes.count, wall > 0 else { return nil }
        let sequential = times.reduce(0, +)
        let speedup = sequential / wall
        return Coordination(
            wall: wall, sequential: sequential, speedup: speedup, efficiency: speedup / Double(times.count),
            contention: speedup < Self.contentionLimit)
    }

    private static let contentionLimit = 1.5

    private func notes(_ scheduled: ScheduledRun, _ outcomes: [AgentOutcome], _ more: [String]) -> [String] {
        let used = plan.servers.filter { server in scheduled.agents.contains { $0.server == server.name } }
        let addresses = used.map { server -> String in
            guard server.api != .replay else { return "Server \(server.name): a recorded conversation, played back." }
            let identity = servers[server.name].map { [$0.name, $0.version].compactMap(\.self).joined(separator: " ") } ?? server.api.rawValue
            return "Server \(server.name): \(identity) at \(server.url)."
        }
        let seeds = plan.seed.map { ["The sampler's seed was \($0) where the configuration has none."] } ?? []
        let skipped = outcomes.compactMap(\.summary?.skipped).max() ?? 0
        let skips = skipped > 0 ? ["\(skipped) entries of the folder were skipped: links, no regular files, unreadable, or no text."] : []
        return [mark.note] + addresses + seeds + skips + more + outcomes.flatMap(\.notes)
    }
}

extension HostSystem {
    /// The kind of machine that this program was built for.
    static var current: HostSystem {
        #if os(macOS)
            let os = "macos"
        #elseif os(Linux)
            let os = "linux"
        #else
            let os: String? = nil
        #endif
        #if arch(arm64)
            let arch = "aarch64"
        #elseif arch(x86_64)
            let arch = "x86_64"
        #else
            let arch: String? = nil
        #endif
        return HostSystem(os: os, arch: arch)
    }
}
