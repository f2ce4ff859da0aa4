import Testing

/// A plan, and what is wrong with it.
struct PlanMistake: Sendable, CustomTestStringConvertible {
    let plan: String
    let problems: [String]

    init(_ plan: String, _ problems: [String]) {
        self.plan = plan
        self.problems = problems
    }

    var testDescription: String { problems.joined(separator: "; ") }

    static let all = [
        PlanMistake("suit = \"s\"\n" + PlanScratch.single(), ["1:1 unknown key 'suit'; did you mean 'suite'?"]),
        PlanMistake(PlanScratch.single("repetitions = 0"), ["4:15 'repetitions' must be a whole number from 1 up"]),
        PlanMistake(PlanScratch.single("timeout_s = -1"), ["4:13 'timeout_s' must be more than 0"]),
        PlanMistake(PlanScratch.single("warm_up = -2"), ["4:11 'warm_up' must be a whole number from 0 up"]),
        PlanMistake(PlanScratch.single("seed = 1.5"), ["4:8 'seed' must be an integer"]),
        PlanMistake(PlanScratch.single("cold_start = \"frist\""), ["4:14 unknown cold_start 'frist'; did you mean 'first'?"]),
        PlanMistake(
            PlanScratch.single("cold_start = \"each-run\"\nwarm_up = 1"),
            ["5:11 'warm_up' makes no calls where every run starts cold; leave it out, or set cold_start to \"first\""]),
        PlanMistake(
            PlanScratch.single(end: "[budget]\ntokens = 0\nhours = 1"),
            ["13:10 'tokens' must be a whole number from 1 up", "14:1 unknown key 'hours'"]),
        PlanMistake(PlanScratch.single(agent: "server = \"b\""), ["11:10 unknown server 'b'; there is 'a'"]),
        PlanMistake(PlanScratch.single(agent: "configuration = { num_ctx = 0.5 }"), ["11:29 'num_ctx' must be a whole number from 1 up"]),
        PlanMistake(
            PlanScratch.single(agent: "configuration = { top_p = [0.1, 0.2] }"), ["11:27 'top_p' has one value here; several belong under [grid]"]),
        PlanMistake(
            PlanScratch.single(agent: "persona = \"person.mustache\""),
            ["11:11 unknown prompt file 'person.mustache'; did you mean 'persona.mustache'?"]),
        PlanMistake(PlanScratch.single(agent: "token_limit = 0"), ["11:15 'token_limit' must be a whole number from 1 up"]),
        PlanMistake(
            PlanScratch.single(end: "[grid]\nnum_ctx = []"), ["13:11 'num_ctx' has no values, so nothing would be run; name one, or leave it out"]),
        PlanMistake(PlanScratch.single(end: "[grid]\ntop_p = [0.5, 2]"), ["13:15 'top_p' must be a number from 0 to 1"]),
        PlanMistake(PlanScratch.single(end: "[grid]\nseed = [1, 1]"), ["13:12 1 is there twice"]),
        PlanMistake(PlanScratch.single(end: "[grid]\nseed = [1]\nslots = [\"sol\"]"), ["14:10 unknown slot 'sol'; did you mean 'solo'?"]),
        PlanMistake(PlanScratch.single(end: "[grid]\nseed = [1]\n[grid.slots]\ntop_k = \"solo\""), ["15:1 the grid has no values for 'top_k'"]),
        PlanMistake(
            PlanScratch.single(end: "[grid]\nstop = [\"a\", \"A\"]"),
            [
                "12:2 two values would give their runs the same id: they differ only in case, in type, or in the folders of a path"
            ]),
        PlanMistake(PlanScratch.single("repetitions = 20000"), ["4:15 the plan asks for 20000 runs; at most 10000 are made"]),
    ]
}

struct PlanMistakeTests {
    @Test(arguments: PlanMistake.all)
    func `a mistake is an error at its place`(mistake: PlanMistake) throws {
        #expect(try PlanScratch().problems(mistake.plan) == mistake.problems)
    }
}
