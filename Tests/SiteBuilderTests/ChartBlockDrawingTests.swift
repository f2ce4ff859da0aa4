import AgentRuns
import Testing

/// What becomes of chart blocks that read well.
struct ChartBlockDrawingTests {
    @Test func `TTFT of two kinds becomes two charts, each with its definition, its n and its table`() throws {
        let page = try ChartBlockScratch.block("metric = \"ttft\"\ntitle = \"The wait\"\ndescription = \"Two agents.\"")
        #expect(page.messages == "")
        #expect(page.count("<figure>") == 2)
        #expect(page.html.contains("<p><strong>The wait: first chunk, warm</strong></p>"))
        #expect(page.html.contains("<p><strong>The wait: prompt evaluation, cold and warm together</strong></p>"))
        #expect(page.html.contains("Two agents. 4 runs. Each value is the median of a run's warm calls. TTFT is the time to the first chunk."))
        #expect(page.html.contains("Two agents. 4 runs, 1 without a value."))
        #expect(page.html.contains("TTFT is prompt evaluation alone."))
        #expect(page.html.contains("href=\"runs/lab/week1/run_1.html\""))
        #expect(page.count("<details>\n<summary>Data</summary>") == 2)
        #expect(page.count("<a href=\"data/executions.csv\">CSV</a> · <a href=\"data/executions.jsonl\">JSON Lines</a>") == 2)
        #expect(!page.html.contains("```") && !page.html.contains("language-chart"))
    }

    @Test(arguments: [
        ("suite = \"lab\"", 4), ("suite = \"lab/week1\"", 2), ("run = \"lab/week2/run_3\"", 1), ("scenario = \"baseline_vs_chimera\"", 4),
        ("slot = \"collector\"\nnum_ctx = 1024", 2), ("num_ctx = [512, 1024]", 4), ("agent = \"Collector\"", 4), ("temperature = 0.6", 4),
        ("model = [\"gemma3:latest\", \"llama3.1:8b\"]", 4), ("language = \"rust\"\nprogram = \"bench\"", 4),
        ("ttft_definition = \"first_chunk\"", 4),
        ("suite = [\"lab/week1\", \"lab/week2\"]\nstatus = \"completed\"", 4),
    ])
    func `filters let through what has one of their values`(filter: String, runs: Int) throws {
        let page = try ChartBlockScratch.block(
            "metric = \"ttft\"\n[where]\nslot = \"collector\"\n" + filter.replacing("slot = \"collector\"\n", with: ""))
        #expect(page.messages == "")
        #expect(page.count("<figure") == 1)
        #expect(page.html.contains(runs == 1 ? ">1 run." : "\(runs) runs."), "\(filter)")
    }

    @Test func `a failed execution can be filtered for`() throws {
        let page = try ChartBlockScratch.block("metric = \"output_throughput\"\nwhere.status = \"failed\"")
        #expect(page.places == ["3:1: warning: none of the 1 execution that match has a value of 'output_throughput'"])
    }

    @Test func `without group-by the lines are what varies, with it they are what it names`() throws {
        let asItVaries = try ChartBlockScratch.block("metric = \"output_throughput\"\nkind = \"distribution\"\nwhere.slot = \"collector\"")
        #expect(asItVaries.count("All have temperature 0.6, rust.") == 1)
        for label in ["num_ctx 512", "num_ctx 1024"] { #expect(asItVaries.html.contains(">\(label)<"), "\(label)") }
        let bySlot = try ChartBlockScratch.block("metric = \"output_throughput\"\nkind = \"distribution\"\ngroup-by = \"slot\"")
        for label in ["collector", "insight"] { #expect(bySlot.html.contains(">\(label)<"), "\(label)") }
        let byTwo = try ChartBlockScratch.block(
            "metric = \"output_throughput\"\nkind = \"distribution\"\ngroup-by = [\"num_ctx\", \"num_gpu\", \"runtime\"]")
        #expect(byTwo.html.contains("num_ctx 512, num_gpu not set, runtime not recorded"))
        let labels = byTwo.html.matches(of: #/num_ctx (\d+), num_gpu/#).map { String($0.1) }
        #expect(labels.first == "512" && labels.contains("1024"), "options are in numeric order")
    }

    @Test func `an empty group-by makes one row of all`() throws {
        let page = try ChartBlockScratch.block("metric = \"output_throughput\"\nkind = \"distribution\"\ngroup-by = []")
        #expect(page.count("<p class=\"label\">") == 1)
        #expect(page.html.contains("n\u{A0}7<"))
        #expect(page.html.contains("8 agent executions of 4 runs, 1 without a value."))
    }

    @Test func `where a line holds several executions of a run its points are not joined`() throws {
        let joined = try ChartBlockScratch.block("metric = \"output_throughput\"\ngroup-by = \"slot\"")
        let apart = try ChartBlockScratch.block("metric = \"output_throughput\"\ngroup-by = \"language\"")
        #expect(joined.html.contains("one point a run"))
        #expect(apart.html.contains("one point an agent execution"))
        #expect(joined.count("class=\"line\"") > apart.count("class=\"line\""))
    }

    @Test func `a metric that no registry knows is drawn in its own unit`() throws {
        let page = try ChartBlockScratch.block("metric = \"joules\"")
        #expect(page.messages == "")
        #expect(page.html.contains("joules: 4 runs"))
        #expect(page.html.contains(">J<"))
    }

    @Test func `figures in two units share no chart`() throws {
        var runs = Run.smallHistory
        runs[3].executions[0].metrics[MetricID(rawValue: "joules")] = MetricSummary(unit: "kJ", [.mean: 0.04])
        let page = try ChartBlockScratch.block("metric = \"joules\"\nkind = \"distribution\"", runs: runs)
        #expect(page.count("<figure") == 2)
        #expect(page.html.contains("<p><strong>joules, J</strong></p>") && page.html.contains("<p><strong>joules, kJ</strong></p>"))
    }

    @Test func `a timeline and the phases are of one run, or of some of its agents`() throws {
        let page = try ChartBlockScratch(
            """
            ```chart
            kind = "timeline"
            title = "When"
            where.run = "lab/week1/run_1"
            ```

            ```chart
            kind = "phases"
            metric = "ttft"
            description = "Load first."
            where = { run = "lab/week1/run_1", slot = "collector" }
            ```
            """)
        #expect(page.messages == "")
        #expect(page.count("<figure") == 2)
        #expect(page.html.contains("<p><strong>When</strong></p>"))
        #expect(page.html.contains("TTFT is the time to the first chunk. Two scales: one for the cold calls, one for the warm."))
        #expect(page.html.contains("Load first. Run <a href=\"runs/lab/week1/run_1.html\">"))
        #expect(page.count(", 2 calls.</p>") == 2)
        #expect(page.count("<a href=\"runs/lab/week1/run_1.json\">JSON</a>") == 2)
        #expect(page.count("<th scope=\"row\">collector</th>") == 4)
    }

    @Test func `several blocks on a page share neither ids nor names`() throws {
        let block = "```chart\nmetric = \"ttft\"\ntitle = \"Same\"\n```\n"
        let page = try ChartBlockScratch([block, block, block].joined(separator: "\nText.\n\n"))
        let ids = page.html.matches(of: #/ id="([^"]*)"/#).map(\.1)
        #expect(Set(ids).count == ids.count)
        let regions = page.html.matches(of: #/role="region" aria-label="([^"]*)"/#).map(\.1)
        #expect(regions.count == 6 && Set(regions).count == 6, "\(regions)")
    }

    @Test func `titles and names are text`() throws {
        var runs = Run.smallHistory
        runs[0].executions[0].slot = "<script>"
        let page = try ChartBlockScratch.block("metric = \"ttft\"\ntitle = \"<img src=x>\"\ndescription = \"</figure>\"", runs: runs)
        #expect(!page.html.contains("<script>") && !page.html.contains("<img") && page.count("</figure>") == 2)
        #expect(page.html.contains("&lt;img src=x&gt;"))
    }

    @Test func `thousands of groups are drawn, or it is said that there are too many`() throws {
        let runs = (1...1200).map { number in
            Run(
                id: "big/\(number)", suite: "big", startedAt: Timestamp("2025-11-14T10:00:00Z"),
                executions: [
                    AgentExecution(
                        slot: "a", model: "m", configuration: SamplingConfiguration(["num_ctx": .number(Double(number))]),
                        ttftDefinition: .firstChunk, metrics: [.outputThroughput: MetricSummary(unit: "tok/s", n: 1, [.mean: Double(number)])])
                ], provenance: Provenance(importer: "test"))
        }
        let page = try ChartBlockScratch(
            ["history", "distribution"].map { "```chart\nmetric = \"output_throughput\"\nkind = \"\($0)\"\ngroup-by = \"num_ctx\"\n```\n" }
                .joined(separator: "\n"), runs: runs)
        #expect(page.messages == "")
        #expect(page.html.contains("Each of the 1200 series was measured once, so there is no history to draw."))
        #expect(page.html.contains("The first 40 of 1200 series"))
        #expect(page.html.utf8.count < 200_000)
        #expect(page.html.contains("The newest 16 of 1200; the files have all."))
    }
}
