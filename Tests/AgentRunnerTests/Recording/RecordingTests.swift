import AgentRuns
import JSON
import Synchronization
import Testing

@testable import AgentRunner

struct RecordingTests {
    @Test func `a run of one agent is kept with its calls, its figures and where they come from`() async throws {
        let scratch = try PlanScratch("-- data/a.csv --\nttft_s\n2\n")
        let plan = try scratch.plan(PlanScratch.single("seed = 7", agent: "configuration = { num_ctx = 512 }\ntoken_limit = 30"))
        let server = ScriptedServer { request, number in
            number == 0
                ? .sample("It is slow.", ttft: 100, load: 1500, tokens: 20, throughput: 10)
                : .sample("# Report\n\nSlow.", ttft: 300, tokens: 40, throughput: 20)
        }
        let outcome = await scratch.runner(plan, server).run()
        #expect(outcome.summary == "1 completed, 0 failed, 0 stored before, 0 left")
        #expect(outcome.exitCode == 0)
        let run = try #require(await scratch.runs().first)
        #expect(run.id == "s/single_agent_ctx512/run_1")
        #expect(run.runNumber == 1)
        #expect(run.producer == Producer(program: "sitegen", language: "swift", version: "9.9"))
        #expect(run.provenance.importer == "run")
        #expect(run.provenance.sources.map(\.path) == ["plan.toml"])
        #expect(run.provenance.notes.contains("Server a: scripted 1 at http://127.0.0.1:1."))
        #expect(run.provenance.notes.contains("The sampler's seed was 7 where the configuration has none."))
        #expect(run.coordination == nil)
        #expect(run.startedAt?.zone == .offset(minutes: 0))
        let execution = run.executions[0]
        #expect((execution.slot, execution.agent, execution.model, execution.ttftDefinition) == ("solo", "solo", "m:1", .firstChunk))
        #expect(execution.calls.map(\.stage) == ["analysis", "report"])
        #expect(execution.calls.map(\.cold) == [true, false])
        #expect(execution.calls.map(\.ttft) == [100, 300])
        #expect(execution.metrics[.ttft] == MetricSummary(unit: "ms", n: 2, [.mean: 200, .stddev: 20000.0.squareRoot()]))
        #expect(execution.metrics[.outputThroughput]?[.mean] == 15)
        #expect(execution.metrics[.outputTokens] == MetricSummary(unit: "tokens", n: 2, [.sum: 60]))
        #expect(execution.metrics[.totalDuration]?[.sum] == 4200)
        #expect(execution.metrics[.loadDuration]?[.sum] == 1505)
        #expect(Set(execution.workflow.keys) == ["ingest", "analysis", "report", "total"])
        #expect(execution.analysed?.values == ["csv_ttft_s": 2])

        let requests = server.requests
        #expect(requests.map(\.seed) == [7, 7])
        #expect(requests.map(\.tokenLimit) == [30, 30])
        #expect(requests.allSatisfy { $0.options == RequestOptions(["num_ctx": .number(512)]) })
        #expect(requests[0].prompt.contains("csv_ttft_s = 2"))
        #expect(requests[1].prompt.contains("It is slow."))
        let file = try scratch.text("content/runs/s/single_agent_ctx512/run_1/run.json")
        #expect(!file.contains("Use no number"), "no prompt is stored")
    }

    @Test func `a report keeps the program's words apart from the model's`() async throws {
        let scratch = try PlanScratch("-- data/a.csv --\nx\n2\n")
        let body = "\n\n## Findings\r\n\n```\nnever closed\n## Metrics\n| TTFT | 1 ms |\n\n"
        _ = await scratch.runner(try scratch.plan(PlanScratch.single()), ScriptedServer { _, _ in .sample(body) }).run()
        let run = try #require(await scratch.runs().first)
        let report = try #require(run.executions[0].report)
        #expect(report.file == "solo_report.md")
        let text = try scratch.text("content/runs/s/single_agent_defaults/run_1/solo_report.md")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let range = try #require(report.modelWritten.first)
        #expect(report.modelWritten.count == 1)
        #expect(
            Array(lines[range.lowerBound - 1...range.upperBound - 1]) == ["## Findings", "", "```", "never closed", "## Metrics", "| TTFT | 1 ms |"])
        let date = try #require(run.startedAt?.date)
        #expect(
            Array(lines[..<(range.lowerBound - 1)]) == [
                "# Report of solo", "", "- Date: \(date)", "- Run: s/single_agent_defaults/run_1", "- Agent: solo", "- Model: m:1",
                "- Configuration: backend scripted, engine_version 1", "", "---", "",
            ])
        let tail = lines[range.upperBound...].joined(separator: "\n")
        #expect(tail.hasPrefix("\n---\n\n## Workflow\n\n- Files analysed: 1 (1 csv, 0 json, 0 markdown, 0 other)\n- Time: "))
        #expect(
            tail.hasSuffix(
                """
                ## Metrics

                | Call | TTFT | Load | Prompt | Generation | Total | Prompt tokens | Output tokens | Throughput | Start |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | analysis | 100.0 ms | 5.0 ms | 60.0 ms | 2000.0 ms | 2100.0 ms | 80 | 20 | 10.00 tok/s | warm |
                | report | 100.0 ms | 5.0 ms | 60.0 ms | 2000.0 ms | 2100.0 ms | 80 | 20 | 10.00 tok/s | warm |

                """))
    }

    @Test func `a model that writes nothing leaves a report that says so`() async throws {
        let scratch = try PlanScratch()
        _ = await scratch.runner(try scratch.plan(PlanScratch.single()), ScriptedServer { _, _ in .sample(" \n") }).run()
        #expect(await scratch.runs().first?.executions[0].report?.modelWritten == [])
        #expect(try scratch.text("content/runs/s/single_agent_defaults/run_1/solo_report.md").contains("The model wrote nothing."))
    }

    @Test func `two agents work at once, and how they got on is computed`() async throws {
        let scratch = try PlanScratch()
        // Nobody gets an answer before both have asked; a runner that took one after the other would wait in vain.
        let asked = Mutex(0)
        let server = ScriptedServer { _, _ in
            asked.withLock { $0 += 1 }
            for _ in 0..<2000 where asked.withLock(\.self) < 2 { try? await Task.sleep(for: .milliseconds(5)) }
            return .sample()
        }
        _ = await scratch.runner(try scratch.plan(PlanScratch.pair), server).run()
        #expect(server.state.withLock(\.mostAtOnce) == 2)
        let run = try #require(await scratch.runs().first)
        #expect(run.executions.map(\.slot) == ["collector", "insight"])
        #expect(run.executions.map(\.report?.file) == ["collector_report.md", "insight_report.md"])
        let coordination = try #require(run.coordination)
        let (wall, sequential) = (try #require(coordination.wall), try #require(coordination.sequential))
        let totals = run.executions.compactMap { $0.workflow["total"] }
        #expect(sequential == totals[0] + totals[1])
        #expect(coordination.speedup == sequential / wall)
        #expect(coordination.efficiency == sequential / wall / 2)
        #expect(coordination.contention == (sequential / wall < 1.5))
    }

    @Test func `what was not measured is absent, and the way throughput was measured is noted`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer { _, number in
            var generation = Generation.sample(load: nil, tokens: number == 0 ? nil : 9, throughput: number == 0 ? nil : 4)
            generation.throughputSource = .chunks
            return generation
        }
        _ = await scratch.runner(try scratch.plan(PlanScratch.single()), server).run()
        let run = try #require(await scratch.runs().first)
        let metrics = run.executions[0].metrics
        #expect(metrics[.loadDuration] == nil)
        #expect(metrics[.outputTokens] == nil, "a sum over one of two calls would pass for the whole")
        #expect(metrics[.outputThroughput] == MetricSummary(unit: "tok/s", n: 1, [.mean: 4]))
        #expect(run.executions[0].calls.map(\.cold) == [nil, nil])
        #expect(run.provenance.notes.contains("solo, report: throughput is output tokens less one over the time from the first to the last chunk."))
    }

    @Test func `a run that starts cold unloads its models once, and marks the first call of each agent`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer()
        let plan = try scratch.plan("cold_start = \"first\"\nrepetitions = 2\nwarm_up = 1\n" + PlanScratch.pair)
        _ = await scratch.runner(plan, server).run()
        #expect(server.state.withLock(\.unloaded) == ["m:1"])
        let runs = await scratch.runs()
        #expect(runs.map { $0.executions.map { $0.calls.map(\.cold) } } == [[[true, false], [true, false]], [[false, false], [false, false]]])
        // Four measured calls each, and before the warm run one for each agent that is not measured.
        #expect(server.requests.count == 10)
        #expect(server.requests.filter { $0.prompt.contains("ready") }.count == 2)
    }

    @Test func `a server that can't unload makes no call cold, and the run says so`() async throws {
        let scratch = try PlanScratch()
        let plan = try scratch.plan(PlanScratch.single("cold_start = \"each-run\""))
        _ = await scratch.runner(plan, ScriptedServer(canUnload: false)).run()
        let run = try #require(await scratch.runs().first)
        #expect(run.executions[0].calls.map(\.cold) == [false, false])
        #expect(run.provenance.notes.contains("Server a can't unload a model, so the run did not start cold there."))
    }

    @Test func `options of every kind are sent as they are written, and kept with the run`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer()
        let plan = try scratch.plan(
            PlanScratch.single(
                "warm_up = 1",
                agent:
                    "token_limit = 9\nconfiguration = { num_predict = 40, stop = [\"END\", \"\\n\"], use_mmap = false, format = { type = \"object\" } }"
            ))
        _ = await scratch.runner(plan, server).run()
        #expect(server.requests.map { $0.options["num_predict"] } == [.number(8), .number(40), .number(40)])
        #expect(server.requests[1].options["stop"] == .array([.string("END"), .string("\n")]))
        #expect(server.requests[1].options["format"] == .object(["type": .string("object")]))
        let run = try #require(await scratch.runs().first)
        #expect(
            run.executions[0].configuration.options == [
                "num_predict": .number(40), "stop": .text(#"["END","\n"]"#), "use_mmap": .flag(false), "format": .text(#"{"type":"object"}"#),
                "backend": .text("scripted"), "engine_version": .text("1"),
            ])
        #expect(
            try scratch.text("content/runs/\(run.id)/solo_report.md").contains(
                #"- Configuration: num_predict 40, backend scripted, format {"type":"object"}, stop \["END","\\n"\], use_mmap false, engine_version 1"#))
        #expect(await scratch.runner(plan, ScriptedServer()).run(resumes: true).summary == "0 completed, 0 failed, 1 stored before, 0 left")
    }

    @Test func `a seed of the configuration is the request's, and stays with the configuration`() async throws {
        let scratch = try PlanScratch()
        let server = ScriptedServer()
        _ = await scratch.runner(try scratch.plan(PlanScratch.single("seed = 7", end: "[grid]\nseed = [42]")), server).run()
        #expect(server.requests.map(\.seed) == [42, 42])
        #expect(server.requests[0].options["seed"] == nil)
        #expect(await scratch.runs().first?.executions[0].configuration["seed"] == .number(42))
    }
}
