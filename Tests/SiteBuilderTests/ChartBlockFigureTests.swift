import AgentRuns
import Testing

/// Kinds that draw figures over several executions.
struct ChartBlockFigureTests {
    /// A sweep of two options with two repetitions, in which one pair failed once and one was never run.
    private static let sweep: [Run] = [60, 80].flatMap { gpu in
        [256, 512, 1024].flatMap { context in
            (1...2).compactMap { number -> Run? in
                guard !(gpu == 80 && context == 1024) else { return nil }
                let hasFailed = gpu == 60 && context == 256 && number == 2
                let value = Double(gpu + context / 256 + number)
                return Run(
                    id: "sweep/g\(gpu)c\(context)n\(number)", suite: "sweep", startedAt: Timestamp("2025-11-14T10:00:00Z"),
                    executions: [
                        AgentExecution(
                            slot: number == 1 ? "a" : "b", model: "m", status: hasFailed ? .failed : .completed,
                            configuration: SamplingConfiguration(["num_gpu": .number(Double(gpu)), "num_ctx": .number(Double(context))]),
                            ttftDefinition: .firstChunk,
                            metrics: hasFailed
                                ? [:]
                                : [
                                    .outputThroughput: MetricSummary(unit: "tok/s", n: 3, [.mean: value]),
                                    .ttft: MetricSummary(unit: "ms", n: 3, [.mean: 500 + value]),
                                    .outputTokens: MetricSummary(unit: "tokens", [.sum: 1000 + value]),
                                ])
                    ], provenance: Provenance(importer: "test"))
            }
        }
    }

    private func draw(_ toml: String, _ runs: [Run] = sweep) throws -> ChartBlockScratch { try ChartBlockScratch.block(toml, runs: runs) }

    @Test func `intervals show medians with the range where there are too few values for an interval`() throws {
        let page = try draw("metric = \"output_throughput\"\nkind = \"intervals\"\ngroup-by = [\"num_ctx\", \"num_gpu\"]")
        #expect(page.messages == "")
        #expect(page.count("<figure>") == 1)
        #expect(page.matches(#"<p class="label">(?:<a[^>]*>)?([^<]*)<"#) == ["num_ctx 256", "num_ctx 512", "num_ctx 1024"])
        #expect(page.html.contains("</svg>num_gpu 60</li>") && page.html.contains("</svg>num_gpu 80</li>"))
        #expect(
            page.html.contains(
                "A point is the median of its agent executions, of which n says how many. A whisker goes from the least to the greatest value"))
        #expect(page.html.contains("<a href=\"data/executions.csv\">CSV</a>"))
    }

    @Test func `with six values and more the whiskers are intervals of the median`() throws {
        let runs = (1...12).map { number in
            Run(
                id: "x/\(number)", suite: "x", producer: Producer(language: number.isMultiple(of: 2) ? "rust" : "python"),
                executions: [
                    AgentExecution(
                        slot: "a", model: "m\(number % 3)", metrics: [.outputThroughput: MetricSummary(unit: "tok/s", [.mean: Double(number)])])
                ], provenance: Provenance(importer: "test"))
        }
        let page = try draw("metric = \"output_throughput\"\nkind = \"intervals\"\ngroup-by = \"language\"", runs)
        #expect(page.html.contains("A whisker is the 95\u{202F}% interval of the median. Some figures take several together: models."))
        #expect(page.count("<p class=\"label\">") == 2)
    }

    @Test func `bars show totals`() throws {
        let page = try draw("metric = \"output_tokens\"\nkind = \"bars\"\ngroup-by = \"num_ctx\"")
        #expect(page.messages == "")
        #expect(page.html.contains("A bar is the median of its agent executions"))
        #expect(page.count("<p class=\"label\">") == 3)
    }

    @Test func `rows beyond what a chart holds are left out, and it says so`() throws {
        let runs = (1...1000).map { number in
            Run(
                id: "x/\(number)", suite: "x",
                executions: [AgentExecution(slot: "a", metrics: [.outputTokens: MetricSummary(unit: "tokens", [.sum: Double(number)])])],
                provenance: Provenance(importer: "test"))
        }
        for kind in ["bars", "intervals"] {
            let page = try draw("metric = \"output_tokens\"\nkind = \"\(kind)\"\ngroup-by = \"run\"", runs)
            #expect(page.html.contains("The first 40 of 1000 rows."))
            #expect(page.count("<p class=\"label\">") == 40)
        }
    }

    @Test(arguments: ["metric = \"output_throughput\"", "metric = \"ttft\"", "metric = \"output_throughput\"\nagainst = \"ttft\""])
    func `a scatter draws throughput over TTFT`(toml: String) throws {
        let page = try draw(toml + "\nkind = \"scatter\"\ngroup-by = \"slot\"")
        #expect(page.messages == "")
        #expect(page.count("<figure>") == 1)
        #expect(page.html.contains("Output throughput against TTFT"))
        #expect(page.html.contains("10 runs, 1 without a value."))
        #expect(page.html.contains("TTFT is the time to the first chunk."))
        #expect(page.html.contains("Pareto front") && !page.html.contains("Pareto front of the warm calls"))
        #expect(page.html.contains("href=\"runs/sweep/g60c256n1.html\""))
        for head in ["TTFT", "Output throughput"] { #expect(page.html.contains("<th scope=\"col\" class=\"num\">\(head)"), "\(head)") }
    }

    @Test func `a scatter of a metric that is neither better when more nor when less has no front`() throws {
        let page = try draw("metric = \"output_tokens\"\nkind = \"scatter\"\nagainst = \"ttft\"\nwhere.num_gpu = 60")
        #expect(page.messages == "")
        #expect(page.html.contains("Output tokens against TTFT") && !page.html.contains("Pareto front"))
    }

    @Test func `cold calls stand apart in a scatter, and each kind of TTFT has its own`() throws {
        let page = try draw("metric = \"ttft\"\nkind = \"scatter\"", Run.smallHistory)
        #expect(page.messages == "")
        #expect(page.count("<figure>") == 2)
        #expect(page.count("A hollow point is one cold call.") == 1)
        #expect(page.count("Pareto front of the warm calls</li>") == 1)
    }

    @Test func `a scatter of more groups than can be told apart says so`() throws {
        let runs = (1...30).map { number in
            Run(
                id: "x/\(number)", suite: "x",
                executions: [
                    AgentExecution(
                        slot: "a", configuration: SamplingConfiguration(["num_ctx": .number(Double(number))]), ttftDefinition: .firstChunk,
                        metrics: [
                            .outputThroughput: MetricSummary(unit: "tok/s", [.mean: 1]), .ttft: MetricSummary(unit: "ms", [.mean: Double(number)]),
                        ])
                ], provenance: Provenance(importer: "test"))
        }
        #expect(try draw("metric = \"ttft\"\nkind = \"scatter\"", runs).html.contains("The groups are too many to tell apart by shape and colour."))
    }

    @Test func `a scatter of runs that do not have both metrics is a warning`() throws {
        let page = try draw("metric = \"load_duration\"\nkind = \"scatter\"\nagainst = \"ttft\"")
        #expect(page.places == ["3:1: warning: none of the 10 executions that match has a value of 'load_duration' and 'ttft'"])
    }

    @Test func `a heatmap has the medians of the two options that vary`() throws {
        let page = try draw("metric = \"output_throughput\"\nkind = \"heatmap\"")
        #expect(page.messages == "")
        // 60 and 256 were measured once, 60 and 512 twice: 63 and 64 tok/s.
        for title in [
            "num_gpu 60, num_ctx 256, 62.0\u{202F}tok/s, n 1, 1 failed", "num_gpu 60, num_ctx 512, 63.5\u{202F}tok/s",
            "num_gpu 80, num_ctx 1024, no value",
        ] {
            #expect(page.html.contains("<title>\(title)") || page.html.contains("aria-label=\"\(title)"), "\(title)")
        }
        #expect(
            page.html.contains(
                "A figure is the median of its agent executions, n 2 where nothing else stands. Some figures take several together: slots."))
        #expect(page.html.contains("Output throughput in tok/s."))
        #expect(page.html.contains("10 runs, 1 without a value."))
    }

    @Test func `a heatmap may be over any two fields`() throws {
        let page = try draw("metric = \"ttft\"\nkind = \"heatmap\"\ngroup-by = [\"slot\", \"num_ctx\"]\nwhere.num_gpu = 60")
        #expect(page.messages == "")
        #expect(page.html.contains("TTFT over slot and num_ctx"))
        #expect(page.html.contains("A figure is one agent execution."))
        #expect(page.html.contains("href=\"runs/sweep/g60c256n1.html\""))
    }

    @Test func `a heatmap has only rows and columns in which something was measured, and says which way is better`() throws {
        let page = try draw(
            "metric = \"output_tokens\"\nkind = \"heatmap\"\ngroup-by = [\"num_ctx\", \"slot\"]\nwhere = { num_gpu = 60, num_ctx = [256, 512] }")
        #expect(page.html.contains("num_ctx 256, slot b, no value, 1 failed") && page.html.contains("A stronger colour is more."))
        let failed = try draw("metric = \"output_tokens\"\nkind = \"heatmap\"\ngroup-by = [\"status\", \"num_ctx\"]\nwhere.num_gpu = 60")
        #expect(!failed.html.contains("status failed"))
        #expect(try draw("metric = \"ttft\"\nkind = \"heatmap\"").html.contains("A stronger colour is better."))
    }

    @Test func `a heatmap of too many columns is an error`() throws {
        let runs = (1...30).map { number in
            Run(
                id: "x/\(number)", suite: "x",
                executions: [
                    AgentExecution(
                        slot: "a", configuration: SamplingConfiguration(["num_gpu": .number(1), "num_ctx": .number(Double(number))]),
                        metrics: [.outputThroughput: MetricSummary(unit: "tok/s", [.mean: 1])])
                ], provenance: Provenance(importer: "test"))
        }
        let page = try draw("metric = \"output_throughput\"\nkind = \"heatmap\"\ngroup-by = [\"num_gpu\", \"num_ctx\"]", runs)
        #expect(
            page.places == [
                "6:12: error: a heatmap has at most 40 rows and 24 columns, and this one would have 1 and 30; choose other fields or fewer runs with 'where'"
            ])
        #expect(!page.html.contains("<figure"))
    }
}
