import AgentRuns
import Foundation
import Synchronization
import SystemPackage
import Testing

@testable import AgentRunner

struct FailureTests {
    @Test(arguments: [
        ServerError.Kind.unreachable, .timedOut, .unknownModel, .refused, .truncated, .malformed,
    ])
    func `a failed call is recorded as failed with its reason, and the program says 75`(kind: ServerError.Kind) async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer { _, number throws(ServerError) in
            guard number == 1 else { return .sample() }
            throw ServerError(kind, "it went wrong, token hunter22", partial: Generation(text: "a", ttft: 12, total: 40))
        }
        let outcome = await scratch.runner(try scratch.plan(PlanScratch.single()), server).run()
        #expect(outcome.exitCode == 75)
        #expect(outcome.failed == ["s/single_agent_defaults/run_1"])
        #expect(outcome.diagnostics.map(\.message) == ["s/single_agent_defaults/run_1, solo: it went wrong, token ***"])
        let run = try #require(await scratch.runs().first)
        let execution = run.executions[0]
        #expect(execution.status == .failed)
        #expect(execution.error == "it went wrong, token ***")
        #expect(execution.metrics.isEmpty)
        #expect(execution.report == nil)
        #expect(execution.calls.map(\.error) == [nil, "it went wrong, token ***"])
        #expect(execution.calls[1].ttft == 12)
        #expect(execution.calls[1].outputTokens == nil)
    }

    @Test func `when one of two agents fails, the other's run is kept, and no speed-up is computed`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer { request, _ throws(ServerError) in
            guard request.options["temperature"] == .number(1) else { return .sample() }
            throw ServerError(.timedOut, "no answer in time")
        }
        let outcome = await scratch.runner(try scratch.plan(PlanScratch.pair), server).run()
        #expect(outcome.exitCode == 75)
        let run = try #require(await scratch.runs().first)
        #expect(run.executions.map(\.status) == [.completed, .failed])
        #expect(run.coordination == nil)
        #expect(run.executions[0].report != nil)
    }

    @Test func `a server that is gone before a run leaves no record of it`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer(isThere: { $0 == 0 })
        let outcome = await scratch.runner(try scratch.plan(PlanScratch.single("repetitions = 3")), server).run()
        #expect(outcome.summary == "1 completed, 0 failed, 0 stored before, 2 left")
        #expect(outcome.exitCode == 75)
        #expect(outcome.diagnostics.map(\.message) == ["server 'a': nobody answers"])
        #expect(await scratch.runs().map(\.id) == ["s/single_agent_defaults/run_1"])
    }

    @Test func `one failed run does not stop the others, three in a row do, a missing model at once`() async throws {
        for (kind, answered, failed) in [(ServerError.Kind.timedOut, 6, 3), (.unknownModel, 6, 1)] {
            let scratch = try PlanScratch()
            let server = ScriptedServer { _, number throws(ServerError) in
                if number == 2 || number >= answered { throw ServerError(number == 2 ? .timedOut : kind, "no") }
                return .sample()
            }
            let outcome = await scratch.runner(try scratch.plan(PlanScratch.single("repetitions = 9")), server).run()
            #expect(outcome.failed.count == failed + 1, "\(kind)")
            #expect(outcome.completed.count == 2)
            #expect(outcome.ending == .serverFailed)
        }
    }

    @Test func `resuming repeats what failed under its id, and nothing else`() async throws {
        let scratch = try PlanScratch()
        let plan = try scratch.plan(PlanScratch.single("repetitions = 3"))
        let flaky = ScriptedServer { _, number throws(ServerError) in
            if number == 2 { throw ServerError(.truncated, "broke off") }
            return .sample()
        }
        #expect(await scratch.runner(plan, flaky).run().summary == "2 completed, 1 failed, 0 stored before, 0 left")
        let before = try scratch.text("content/runs/s/single_agent_defaults/run_1/run.json")
        let again = ScriptedServer()
        let outcome = await scratch.runner(plan, again).run(resumes: true)
        #expect(outcome.completed == ["s/single_agent_defaults/run_2"])
        #expect(outcome.summary == "1 completed, 0 failed, 2 stored before, 0 left")
        #expect(again.requests.count == 2)
        #expect(try scratch.text("content/runs/s/single_agent_defaults/run_1/run.json") == before)
        #expect(await scratch.runs().map(\.isCompleted) == [true, true, true])
        #expect(await scratch.runner(plan, again).run(resumes: true).summary == "0 completed, 0 failed, 3 stored before, 0 left")
    }

    @Test func `without resuming a new series begins after the numbers that are there; a changed plan begins its own`() async throws {
        let scratch = try PlanScratch()
        let plan = try scratch.plan(PlanScratch.single("repetitions = 2"))
        _ = await scratch.runner(plan, ScriptedServer()).run()
        #expect(await scratch.runner(plan, ScriptedServer()).run().completed == ["s/single_agent_defaults/run_3", "s/single_agent_defaults/run_4"])
        var more = plan
        more.repetitions = 3
        #expect(await scratch.runner(more, ScriptedServer()).run(resumes: true).completed == ["s/single_agent_defaults/run_5"])
        var other = plan
        other.agents[0].tokenLimit = 5
        #expect(
            await scratch.runner(other, ScriptedServer()).run(resumes: true).completed == [
                "s/single_agent_defaults/run_6", "s/single_agent_defaults/run_7",
            ])
    }

    @Test func `an interruption records nothing half done, says 130, and can be resumed`() async throws {
        let scratch = try PlanScratch()
        let plan = try scratch.plan(PlanScratch.single("repetitions = 2"))
        let (started, signal) = AsyncStream.makeStream(of: Void.self)
        let server = ScriptedServer { _, number throws(ServerError) in
            guard number >= 2 else { return .sample() }
            signal.yield()
            try? await Task.sleep(for: .seconds(60))
            throw ServerError(.cancelled, "the call was cancelled")
        }
        let runner = scratch.runner(plan, server)
        let task = Task { await runner.run() }
        for await _ in started { break }
        task.cancel()
        let outcome = await task.value
        #expect(outcome.exitCode == 130)
        #expect(outcome.summary == "1 completed, 0 failed, 0 stored before, 1 left")
        #expect(await scratch.runs().count == 1)
        #expect(await scratch.runner(plan, ScriptedServer()).run(resumes: true).summary == "1 completed, 0 failed, 1 stored before, 0 left")
    }

    @Test func `a budget of tokens stops before the run that would go over it`() async throws {
        let scratch = try PlanScratch()
        // A run takes 200 tokens: two calls with 80 in and 20 out.
        let plan = try scratch.plan(PlanScratch.single("repetitions = 5", end: "[budget]\ntokens = 500"))
        let outcome = await scratch.runner(plan, ScriptedServer()).run()
        #expect(outcome.summary == "2 completed, 0 failed, 0 stored before, 3 left")
        #expect(outcome.exitCode == 0)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "the budget of 500 tokens has no room for the next run: 400 are used, and it takes about 200; raise it and go on with --resume"
            ])
        var raised = plan
        raised.budget.tokens = 1000
        #expect(await scratch.runner(raised, ScriptedServer()).run(resumes: true).summary == "3 completed, 0 failed, 2 stored before, 0 left")
    }

    @Test func `a budget of minutes stops as well, and the first run is held against the limits of its answers`() async throws {
        let scratch = try PlanScratch()
        let slow = ScriptedServer { _, _ in
            try? await Task.sleep(for: .milliseconds(50))
            return .sample()
        }
        let minutes = try scratch.plan(PlanScratch.single("repetitions = 3", end: "[budget]\nminutes = 0.0025"))
        #expect(await scratch.runner(minutes, slow).run().completed.count == 1)
        let tokens = try PlanScratch()
        let none = try tokens.plan(PlanScratch.single(agent: "token_limit = 100", end: "[budget]\ntokens = 150"))
        #expect(await tokens.runner(none, ScriptedServer()).run().summary == "0 completed, 0 failed, 0 stored before, 1 left")
    }

    @Test func `a store that can't be written is an error at the file, and the program says 1`() async throws {
        let scratch = try PlanScratch("-- content/runs --\nno folder\n")
        let outcome = await scratch.runner(try scratch.plan(PlanScratch.single("repetitions = 2")), ScriptedServer()).run()
        #expect(outcome.exitCode == 1)
        #expect(outcome.ending == .fileFailed)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics[0].location?.path.hasPrefix(scratch.path("content/runs").string) == true)
    }

    @Test func `progress goes from run to run, with what is left`() async throws {
        let scratch = try PlanScratch()
        let told = Mutex<[RunProgress]>([])
        let plan = try scratch.plan(PlanScratch.single("repetitions = 2"))
        _ = await scratch.runner(plan, ScriptedServer()) { progress in told.withLock { $0.append(progress) } }.run()
        let progress = told.withLock(\.self).filter { $0.event != .generating }
        #expect(progress.map(\.event) == [.started, .completed, .started, .completed])
        #expect(progress.map(\.position) == [1, 1, 2, 2])
        #expect(progress.map(\.tokens) == [0, 40, 40, 80])
        #expect(progress[0].secondsLeft == nil)
        #expect(progress[2].secondsLeft != nil)
        #expect(progress[3].secondsLeft == 0)
        #expect(progress[0].line == "1/2 · 0 tokens · solo: m:1, server defaults")
        #expect(
            progress[0].json
                == #"{"event":"started","position":1,"count":2,"run":"s/single_agent_defaults/run_1","configuration":"solo: m:1, server defaults","tokens":0,"tokens_per_second":null,"seconds_left":null}"#
        )
    }

    @Test func `a password in an address and a key are nowhere in what is stored`() async throws {
        let scratch = try PlanScratch()
        let text = PlanScratch.single().replacing("http://127.0.0.1:1", with: "http://user:pa55word@127.0.0.1:1")
        let plan = try scratch.plan(text)
        let server = ScriptedServer { _, _ throws(ServerError) in
            throw ServerError(.refused, "401 for pa55word and hunter22")
        }
        _ = await scratch.runner(plan, server).run()
        let stored = try scratch.text("content/runs/s/single_agent_defaults/run_1/run.json")
        for secret in ["pa55word", "hunter22"] { #expect(!stored.contains(secret)) }
        #expect(stored.contains("401 for *** and ***"))
        #expect(stored.contains("http://127.0.0.1:1."))
    }
}
