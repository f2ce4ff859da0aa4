import AgentRuns
import Files

/// One run, from its preparations to the record of it.
struct RunAttempt: Sendable {
    enum Failure: Error {
        case interrupted
        case file(FileError)
        /// Nothing was measured yet when a server failed.
        case server(name: String, ServerError)
    }

    let run: ScheduledRun
    let runner: PlanRunner
    let mark: PlanMark
    let meter: TokenMeter

    private var plan: Plan { runner.plan }

    struct Record: Sendable {
        var run: Run
        /// The reports beside it.
        var files: [String: [UInt8]]
        /// What the run took with its preparations.
        var cost: PlanHistory.Cost
        /// Why agents failed.
        var failures: Set<ServerError.Kind>
    }

    /// Makes the run. A server that can't be reached before the first measured call ends it without a record.
    func perform() async throws(Failure) -> Record {
        var watch = StageWatch()
        let workflows = try workflows()
        let identities = try await identify()
        var notes: [String] = []
        let unloaded = run.startsCold ? try await unload(&notes) : []
        let warmUpTokens = run.startsCold ? 0 : try await warmUp(workflows, &notes)
        _ = watch.lap()
        let outcomes = try await measure(workflows, unloaded)
        let wall = watch.lap()
        if Task.isCancelled || outcomes.contains(where: { $0.error?.kind == .cancelled }) { throw .interrupted }
        let recorder = RunRecorder(
            plan: plan, mark: mark, version: runner.version, redaction: runner.redaction, servers: identities)
        let (recorded, files) = recorder.record(run, outcomes, wall: wall, notes: notes)
        let tokens = recorded.executions.flatMap(\.calls).reduce(warmUpTokens) { $0 + $1.tokens }
        return Record(
            run: recorded, files: files, cost: PlanHistory.Cost(seconds: watch.total, tokens: tokens),
            failures: Set(outcomes.compactMap(\.error?.kind)))
    }

    private func workflows() throws(Failure) -> [AgentWorkflow] {
        var workflows: [AgentWorkflow] = []
        for agent in run.agents {
            guard let server = runner.servers[agent.server] else {
                throw .server(name: agent.server, ServerError(.unreachable, "there is no client for it"))
            }
            workflows.append(AgentWorkflow(run: run, agent: agent, server: server, plan: plan, prompts: runner.prompts, meter: meter))
        }
        return workflows
    }

    /// Asks every server who it is; one that does not answer ends the plan before the run has begun.
    private func identify() async throws(Failure) -> [String: ServerIdentity] {
        var identities: [String: ServerIdentity] = [:]
        for name in Set(run.agents.map(\.server)).sorted() {
            identities[name] = try await on(name) { server throws(ServerError) in try await server.identity() }
        }
        return identities
    }

    /// Unloads the models of a run that starts cold.
    ///
    /// - Returns: the places of the agents that will have to load theirs.
    private func unload(_ notes: inout [String]) async throws(Failure) -> Set<Int> {
        var answers: [[String]: Bool] = [:]
        var unloaded: Set<Int> = []
        for (index, agent) in run.agents.enumerated() {
            let key = [agent.server, agent.model]
            if answers[key] == nil {
                let answer = try await prepare(agent.server, "unloading \(agent.model)", &notes) { server throws(ServerError) in
                    try await server.unload(agent.model)
                }
                if answer == false { notes.append("Server \(agent.server) can't unload a model, so the run did not start cold there.") }
                answers[key] = answer ?? false
            }
            if answers[key] == true { unloaded.insert(index) }
        }
        return unloaded
    }

    private func warmUp(_ workflows: [AgentWorkflow], _ notes: inout [String]) async throws(Failure) -> Int {
        guard plan.warmUp > 0 else { return 0 }
        var tokens = 0
        for workflow in workflows {
            let spent = try await prepare(workflow.agent.server, "warming up \(workflow.agent.slot)", &notes) { _ throws(ServerError) in
                try await workflow.warmUp()
            }
            tokens += spent ?? 0
        }
        return tokens
    }

    /// Asks something of a server before the measured calls. Where it refuses, that is noted, and the calls themselves show what is wrong.
    private func prepare<Answer>(
        _ name: String, _ what: String, _ notes: inout [String], _ ask: (any ModelServer) async throws(ServerError) -> Answer
    ) async throws(Failure) -> Answer? {
        do throws(Failure) {
            return try await on(name, ask)
        } catch {
            guard case .server(_, let refusal) = error, refusal.kind != .unreachable else { throw error }
            notes.append("Server \(name), \(what): \(refusal.reason)")
            return nil
        }
    }

    private func on<Answer>(
        _ name: String, _ ask: (any ModelServer) async throws(ServerError) -> Answer
    ) async throws(Failure) -> Answer {
        guard let server = runner.servers[name] else { throw .server(name: name, ServerError(.unreachable, "there is no client for it")) }
        do throws(ServerError) {
            return try await ask(server)
        } catch {
            if error.kind == .cancelled || Task.isCancelled { throw .interrupted }
            throw .server(name: name, error)
        }
    }

    /// Lets all agents work at once.
    private func measure(_ workflows: [AgentWorkflow], _ unloaded: Set<Int>) async throws(Failure) -> [AgentOutcome] {
        let results = await withTaskGroup(of: (Int, Result<AgentOutcome, FileError>).self) { group in
            for (index, workflow) in workflows.enumerated() {
                group.addTask {
                    do throws(FileError) {
                        return (index, .success(try await workflow.perform(isUnloaded: unloaded.contains(index))))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<AgentOutcome, FileError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var outcomes: [AgentOutcome] = []
        for result in results {
            switch result {
            case .success(let outcome): outcomes.append(outcome)
            case .failure(let error): throw .file(error)
            }
        }
        return outcomes
    }
}
