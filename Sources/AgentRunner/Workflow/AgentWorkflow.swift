import AgentRuns
import Files
import JSON
import Platform
import SystemPackage

/// What every agent does: it reads a folder, has the model analyse what it found, and has it write a report of the analysis.
struct AgentWorkflow: Sendable {
    /// How many calls one workflow makes.
    static let stageCount = 2

    let run: ScheduledRun
    let agent: Plan.Agent
    let server: any ModelServer
    let plan: Plan
    let prompts: PromptLibrary
    /// Is told how many chunks with content a call has had so far, and then of the finished call.
    let meter: TokenMeter

    /// Calls the model without measuring it, so that it is loaded and the first measured call is a warm one.
    ///
    /// - Returns: how many tokens that took.
    func warmUp() async throws(ServerError) -> Int {
        var tokens = 0
        for _ in 0..<plan.warmUp {
            var request = request(prompts.text("warm-up.mustache", names))
            request.tokenLimit = 8
            for name in ServerAPI.allTokenLimits where request.options[name] != nil { request.options[name] = .number(8) }
            let generation = try await server.generate(request) { _ in }
            tokens += (generation.promptTokens ?? 0) + (generation.outputTokens ?? 0)
        }
        return tokens
    }

    /// Makes the two calls, one after the other; a failed call ends the workflow and is part of its outcome.
    ///
    /// - Parameter isUnloaded: whether the server forgot the model just now, so that the first call has to load it.
    func perform(isUnloaded: Bool) async throws(FileError) -> AgentOutcome {
        var outcome = AgentOutcome(startedAt: .now)
        var stopwatch = StageWatch()
        let summary = try FolderSummary(of: plan.ingest, tokenLimit: textLimit)
        outcome.summary = summary
        outcome.workflow["ingest"] = stopwatch.lap()

        var values = names
        values["summary"] = summary.text
        values["files"] = "\(summary.analysed.files["total"] ?? 0)"
        let analysis = await call("analysis", values, isCold: isUnloaded ? true : nil, into: &outcome)
        outcome.workflow["analysis"] = stopwatch.lap()
        if let analysis {
            values["analysis"] = shortened(analysis)
            outcome.body = await call("report", values, isCold: nil, into: &outcome)
            outcome.workflow["report"] = stopwatch.lap()
        }
        outcome.workflow["total"] = stopwatch.total
        return outcome
    }

    private func call(_ stage: String, _ values: [String: String], isCold: Bool?, into outcome: inout AgentOutcome) async -> String? {
        let id = "\(agent.slot)/\(stage)"
        let start = Timestamp.now
        do throws(ServerError) {
            let generation = try await server.generate(request(prompts.text("\(stage).mustache", values))) { meter.count($0, of: id) }
            var call = Call(generation, stage: stage, at: start)
            call.cold = isCold ?? call.cold
            outcome.calls.append(call)
            meter.finish(id, tokens: generation.outputTokens)
            outcome.notes += generation.notes.map { "\(agent.slot), \(stage): \($0)" }
            if generation.throughputSource == .chunks {
                outcome.notes.append("\(agent.slot), \(stage): throughput is output tokens less one over the time from the first to the last chunk.")
            }
            return generation.text
        } catch {
            var call = error.partial.map { Call($0, stage: stage, at: start) } ?? Call(stage: stage, timestamp: start)
            call.cold = isCold ?? call.cold
            call.error = error.reason
            outcome.calls.append(call)
            outcome.error = error
            return nil
        }
    }

    private func request(_ prompt: String) -> GenerationRequest {
        var options = agent.options
        // The seed has a place of its own in a request.
        let seed = options["seed"]?.integer ?? plan.seed
        options["seed"] = nil
        return GenerationRequest(
            model: agent.model, system: persona, prompt: prompt, options: options, seed: seed, tokenLimit: agent.tokenLimit, timeout: plan.timeout)
    }

    private var persona: String {
        switch agent.persona {
        case .standard: prompts.text("persona.mustache", names)
        case .file(let name): prompts.text(name, names)
        case .sentence(let text): text
        }
    }

    private var names: [String: String] {
        ["run": run.id, "slot": agent.slot, "agent": agent.name, "model": agent.model]
    }

    /// About how many tokens of data a prompt may hold: the same for every agent of the plan, so that a sweep over the context
    /// window compares the same prompts, and a third of the smallest window, so that the instructions and the answer fit beside them.
    private var textLimit: Int {
        let windows = plan.grid.laid(over: plan.agents).joined().map { agent in
            if case .number(let window) = agent.configuration["num_ctx"] { Int(window) } else { 2048 }
        }
        return min(max((windows.min() ?? 2048) / 3, 64), 1024)
    }

    private func shortened(_ analysis: String) -> String {
        let limit = textLimit * FolderSummary.bytesPerToken
        guard analysis.utf8.count > limit else { return analysis }
        return String(decoding: analysis.utf8.prefix(limit), as: UTF8.self).trimmingSuffix { $0 == "\u{FFFD}" } + " …"
    }
}

extension String {
    fileprivate func trimmingSuffix(_ matches: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, matches(last) { text.removeLast() }
        return String(text)
    }
}

extension Call {
    /// The call as a run file keeps it; cold by the server's word on loading.
    init(_ generation: Generation, stage: String, at start: Timestamp?) {
        self.init(
            stage: stage, timestamp: start, ttft: generation.ttft, load: generation.load, promptEval: generation.promptEval,
            eval: generation.eval, total: generation.total, promptTokens: generation.promptTokens, outputTokens: generation.outputTokens,
            throughput: generation.throughput, cold: Call.isCold(load: generation.load))
    }
}
