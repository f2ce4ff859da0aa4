import AgentRuns
import Testing

@testable import AgentRunner

struct PlanTests {
    @Test func `a plan with every key is read as it is written`() throws {
        let scratch = try PlanScratch("-- data/a.csv --\nx\n1\n")
        let plan = try scratch.plan(
            """
            suite = "local/context-size"
            scenario = "baseline_vs_chimera"
            ingest = "data"
            repetitions = 3
            seed = 7
            timeout_s = 12.5
            cold_start = "first"
            warm_up = 2

            [budget]
            tokens = 5000
            minutes = 1.5

            [[servers]]
            name = "a"
            url = "http://user:pass@127.0.0.1:11434/"
            api = "ollama"
            key_env = "OLLAMA_API_KEY"

            [[agents]]
            slot = "collector"
            agent = "Baseline Collector"
            model = "gemma3:latest"
            server = "a"
            configuration = { num_ctx = 512, temperature = 0.6 }

            [[agents]]
            slot = "insight"
            model = "gemma3:latest"
            persona = "You doubt."
            token_limit = 40
            configuration = { num_gpu = 80 }

            [grid]
            num_ctx = [512, 1024]
            top_k = [20, 40]
            [grid.slots]
            num_ctx = ["insight"]
            """)
        #expect(plan.suite == "local/context-size")
        #expect(plan.scenario == .baselineVsChimera)
        #expect(plan.ingest == scratch.path("data"))
        #expect((plan.repetitions, plan.seed, plan.timeout, plan.warmUp) == (3, 7, 12.5, 2))
        #expect(plan.coldStart == .first)
        #expect(plan.budget == Plan.Budget(tokens: 5000, minutes: 1.5))
        #expect(plan.servers.map(\.url) == ["http://127.0.0.1:11434"])
        #expect(plan.servers.map(\.keyVariable) == ["OLLAMA_API_KEY"])
        #expect(plan.agents.map(\.name) == ["Baseline Collector", "insight"])
        #expect(plan.agents.map(\.server) == ["a", "a"])
        #expect(plan.agents.map(\.persona) == [.standard, .sentence("You doubt.")])
        #expect(plan.agents.map(\.tokenLimit) == [nil, 40])
        let laid = plan.grid.laid(over: plan.agents)
        #expect(
            laid.map { $0.map(\.configuration.label) } == [
                ["num_ctx 512, temperature 0.6, top_k 20", "num_gpu 80, num_ctx 512, top_k 20"],
                ["num_ctx 512, temperature 0.6, top_k 40", "num_gpu 80, num_ctx 512, top_k 40"],
                ["num_ctx 512, temperature 0.6, top_k 20", "num_gpu 80, num_ctx 1024, top_k 20"],
                ["num_ctx 512, temperature 0.6, top_k 40", "num_gpu 80, num_ctx 1024, top_k 40"],
            ])
    }

    @Test func `slots of a grid can be one list for all of its options`() throws {
        let plan = try PlanScratch().plan(PlanScratch.pair + "[grid]\nseed = [1, 2]\ntop_p = [0.5]\nslots = [\"collector\"]\n")
        #expect(plan.grid.axes.map(\.slots) == [["collector"], ["collector"]])
    }

    @Test func `what is missing or does not fit together is an error`() throws {
        let scratch = try PlanScratch()
        let nothing = scratch.problems("repetitions = 1\n").sorted()
        #expect(
            nothing == [
                "1:1 'ingest' is missing", "1:1 'scenario' is missing", "1:1 'suite' is missing",
                "1:1 the plan has no agents; add one under [[agents]]", "1:1 the plan has no servers; add one under [[servers]]",
            ])
        let single = PlanScratch.single()
        #expect(scratch.problems(single.replacing("single_agent", with: "chimera_homo")) == ["2:12 'chimera_homo' takes 2 agents; the plan has 1"])
        #expect(
            scratch.problems(single.replacing("single_agent", with: "chimera_home")) == [
                "2:12 unknown scenario 'chimera_home'; did you mean 'chimera_homo'?"
            ])
        #expect(scratch.problems(single.replacing("\"data\"", with: "\"dada\"")) == ["3:10 there is no folder '\(scratch.path("dada"))'"])
        #expect(scratch.problems(single.replacing("\"s\"", with: "\"../s\"")).count == 1)
        #expect(
            scratch.problems(single.replacing("http://127.0.0.1:1", with: "ftp://u:secret@h")).contains {
                $0.hasPrefix("7:7 ") && !$0.contains("secret")
            })
        #expect(
            scratch.problems(PlanScratch.pair.replacing("\"insight\"", with: "\"collector\"")) == [
                "14:8 there is another agent in the slot 'collector'"
            ])
        #expect(scratch.problems(single, backend: .replay) == ["5:3 'transcript' is missing; a replay needs a recorded conversation"])
    }

}
