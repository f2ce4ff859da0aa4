import Diagnostics
import Testing

@testable import AgentRunner

struct PromptTests {
    @Test func `a file of the user's wins over the built-in prompt, and nothing in it is escaped`() throws {
        let scratch = try PlanScratch(
            """
            -- templates/prompts/analysis.mustache --
            Look: {{summary}}
            -- templates/prompts/mine.mustache --
            You are {{agent}}.
            -- templates/page.mustache --
            a page
            """)
        var problems: [Diagnostic] = []
        let prompts = PromptLibrary(templates: scratch.path("templates"), reporting: &problems)
        #expect(problems.isEmpty)
        #expect(prompts.names == ["analysis.mustache", "mine.mustache", "persona.mustache", "report.mustache", "warm-up.mustache"])
        #expect(prompts.text("analysis.mustache", ["summary": "a < b & \"c\""]) == "Look: a < b & \"c\"")
        #expect(prompts.text("mine.mustache", ["agent": "A & B"]) == "You are A & B.")
        #expect(prompts.fingerprint != PlanScratch.prompts.fingerprint)
    }

    @Test func `a broken prompt is an error at its line, and the built-in one serves`() throws {
        let scratch = try PlanScratch("-- templates/prompts/analysis.mustache --\nfine\n{{#open}\n")
        var problems: [Diagnostic] = []
        let prompts = PromptLibrary(templates: scratch.path("templates"), reporting: &problems)
        #expect(problems.map(\.location?.line) == [2])
        #expect(prompts.text("analysis.mustache", ["summary": "S"]).contains("S"))
    }

    @Test func `every built-in prompt says what it is given`() {
        let values = ["run": "RUN", "slot": "SLOT", "agent": "AGENT", "summary": "SUMMARY", "analysis": "ANALYSIS", "files": "31"]
        let prompts = PlanScratch.prompts
        #expect(prompts.text("persona.mustache", values).contains("AGENT"))
        for word in ["RUN", "SLOT", "SUMMARY"] { #expect(prompts.text("analysis.mustache", values).contains(word)) }
        for word in ["RUN", "SLOT", "ANALYSIS", "31"] { #expect(prompts.text("report.mustache", values).contains(word)) }
        #expect(!prompts.text("warm-up.mustache", values).isEmpty)
    }
}
