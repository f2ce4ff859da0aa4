import AgentRuns
import RunStatistics
import Testing

@testable import AgentRunner

struct ScheduleTests {
    @Test func `the generator gives the published sequence`() {
        // The first numbers for the seed 1234567, as in the reference implementation's tests.
        var generator = SplitMix64(seed: 1_234_567)
        #expect((0..<3).map { _ in generator.next() } == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    private func plan(seed: Int, _ more: String = "") throws -> Plan {
        try PlanScratch().plan(
            PlanScratch.single("repetitions = 4\nseed = \(seed)\n\(more)", end: "[grid]\nnum_ctx = [256, 512, 1024]\ntemperature = [0, 0.5]"))
    }

    @Test func `every repetition of every configuration is there once, and each round has them all`() throws {
        let schedule = Schedule(try plan(seed: 3))
        #expect(schedule.runs.count == 24)
        #expect(Set(schedule.runs.map(\.id)).count == 24)
        for round in 0..<4 {
            let part = schedule.runs[round * 6..<round * 6 + 6]
            #expect(Set(part.map(\.configuration)) == Set(0..<6))
            #expect(part.allSatisfy { $0.repetition == round + 1 })
        }
        let orders = Set((0..<4).map { round in schedule.runs[round * 6..<round * 6 + 6].map(\.configuration) })
        #expect(orders.count > 1, "every round has its own order")
    }

    @Test func `the order depends on the seed alone`() throws {
        #expect(Schedule(try plan(seed: 3)).runs.map(\.id) == Schedule(try plan(seed: 3)).runs.map(\.id))
        #expect(Schedule(try plan(seed: 3)).runs.map(\.id) != Schedule(try plan(seed: 4)).runs.map(\.id))
    }

    @Test func `over many seeds every configuration is as often first`() throws {
        var plan = try plan(seed: 0)
        plan.repetitions = 1
        var counts = [Int](repeating: 0, count: 6)
        for seed in 0..<3000 {
            plan.seed = seed
            counts[Schedule(plan).runs[0].configuration] += 1
        }
        // 500 each; six standard deviations are 122.
        #expect(counts.allSatisfy { abs($0 - 500) < 122 })
    }

    @Test func `ids name the scenario and the options, and those in which agents differ with both values`() throws {
        let scratch = try PlanScratch()
        #expect(Schedule(try scratch.plan(PlanScratch.single())).runs.map(\.id) == ["s/single_agent_defaults/run_1"])
        #expect(
            Schedule(try scratch.plan(PlanScratch.pair)).runs.map(\.id) == ["s/chimera_hetero_ctx512_temp0.6-vs-1/run_1"])
        let some = try scratch.plan(PlanScratch.pair + "[grid]\nnum_gpu = [-1, 80]\nslots = \"insight\"")
        #expect(
            Set(Schedule(some, firstNumber: 4).runs.map(\.id)) == [
                "s/chimera_hetero_gpudefault-vs--1_ctx512_temp0.6-vs-1/run_4", "s/chimera_hetero_gpudefault-vs-80_ctx512_temp0.6-vs-1/run_4",
            ])
        #expect(Schedule(some).runs.allSatisfy { isSafePath($0.id) })
    }

    @Test(arguments: [("first", [true, true, false, false]), ("each-run", [true, true, true, true]), ("never", [false, false, false, false])])
    func `cold starts are those that the plan asks for`(word: String, expected: [Bool]) throws {
        let plan = try PlanScratch().plan(PlanScratch.single("repetitions = 2\ncold_start = \"\(word)\"", end: "[grid]\nseed = [1, 2]"))
        #expect(Schedule(plan).runs.map(\.startsCold) == expected)
    }

    @Test func `a dry run says what would be done and what it may take`() async throws {
        let scratch = try PlanScratch()
        let plan = try scratch.plan(PlanScratch.single("repetitions = 2\ntimeout_s = 60\nwarm_up = 1", agent: "token_limit = 50"))
        let agenda = await Agenda(plan, store: scratch.store, prompts: PlanScratch.prompts, resumes: false)
        #expect(
            agenda.text == """
                2 runs: 1 configuration, 2 repetitions, order by seed 0
                1  s/single_agent_defaults/run_1  warm  solo: m:1, server defaults
                2  s/single_agent_defaults/run_2  warm  solo: m:1, server defaults
                2 runs, 6 calls, at most 200 output tokens, at most 6.0 min by the timeout
                """)
    }
}
