import AgentRuns
import Testing

@testable import SiteBuilder

struct LoadPageTests {
    private func page(_ runs: [Run], _ path: String) async throws -> String {
        try #require(await SiteModel(runs: runs).site()[path])
    }

    @Test func `the page says what was got for what wait, and what the last step bought`() async throws {
        let html = try await page(Loads.runs(Loads.curve), "sweeps/s/vllm-m-over-request_rate.html")
        #expect(html.contains("<h1>m over request_rate</h1>"))
        #expect(
            html.contains(
                "Most: <strong>4288\u{202F}tok/s</strong> at request_rate\u{A0}16, for a median TTFT of <strong>614\u{202F}ms</strong>. "
                    + "Shortest wait: <strong>86.0\u{202F}ms</strong> at request_rate\u{A0}1, for 87\u{202F}% less throughput. "
                    + "The last step, from 8 to 16, is 22\u{202F}% more throughput for 3.21 times the wait."))
        #expect(html.contains("One run a point: how much a point would vary is not known."))
    }

    @Test func `the curve is drawn through every load against TTFT and against the inter-token latency, with its front`() async throws {
        let html = try await page(Loads.runs(Loads.curve), "sweeps/s/vllm-m-over-request_rate.html")
        #expect(html.contains("Output throughput against median TTFT</h2>"))
        #expect(html.contains("Output throughput against median inter-token latency</h2>"))
        let drawing = try #require(html.split(separator: "<svg class=\"line\"").dropFirst().first)
        let path = try #require(drawing.split(separator: "d=\"").dropFirst().first?.split(separator: "\"").first)
        #expect(path.split(separator: " ").count == 10, "five points, each of two numbers: \(path)")
        #expect(html.contains("Pareto front</li>"))
        #expect(html.contains("TTFT is the time to the first chunk."))
        #expect(html.contains("vLLM: every gap between two chunks"), "which of the tools' definitions the figure follows")
        #expect(html.contains("Output throughput is of the whole server."))
    }

    @Test func `the table has the reported percentiles, and says which requests failed`() async throws {
        let runs = Loads.runs(
            """
            concurrency 1: output_throughput 10 ttft.p50 5 ttft.p99 8 requests_completed 300 requests_failed 0
            concurrency 2: output_throughput 18 ttft.p50 6 ttft.p99 9 requests_completed 198 requests_failed 102
            """)
        let html = try await page(runs, "sweeps/s/vllm-m-over-concurrency.html")
        #expect(html.contains(">p99</th>"))
        #expect(html.contains("102 of 300 requests failed"))
    }

    @Test func `a wait over more than an order of magnitude is drawn on a logarithmic axis that says so`() async throws {
        let runs = Loads.runs("concurrency 1: output_throughput 10 ttft.p50 50\nconcurrency 64: output_throughput 90 ttft.p50 5000")
        #expect(try await page(runs, "sweeps/s/vllm-m-over-concurrency.html").contains("The horizontal axis is logarithmic."))
    }

    @Test func `the suite shows the curve, the list of sweeps leads to it, and its data has a row for each run`() async throws {
        let site = await SiteModel(runs: Loads.runs(Loads.curve)).site()
        let suite = try #require(site["suites/s.html"])
        #expect(suite.contains("<a href=\"../sweeps/s/vllm-m-over-request_rate.html\">m over request_<wbr class=\"s\">rate</a></h2>"))
        #expect(suite.contains("<svg class=\"line\""))
        #expect(!suite.contains("Over time"), "each point was measured once")
        #expect(try #require(site["sweeps/index.html"]).contains("href=\"s/vllm-m-over-request_rate.html\""))
        let data = try #require(site["data/sweeps/s/vllm-m-over-request_rate.csv"]).split(separator: "\n")
        #expect(data[0] == "run,model,request_rate,output_throughput,request_throughput,ttft_p50_ms,itl_p50_ms,on_front_of_ttft,on_front_of_itl")
        #expect(data[1] == "s/vllm-one.json-1,m,1,537,1,86,13.6,true,true")
        #expect(data.count == 6)
    }

    @Test func `a suite whose loads were measured again shows the curve and the history`() async throws {
        let again = Loads.runs(Loads.curve, file: "two.json", started: "2026-02-02")
        let suite = try #require(await SiteModel(runs: Loads.runs(Loads.curve, started: "2026-02-01") + again).site()["suites/s.html"])
        #expect(suite.contains("m over request_") && suite.contains("Over time"))
    }

    @Test func `a suite of very many series lists the first, and says how many there are`() async throws {
        let lines = (1...210).map { "concurrency \($0): output_throughput \($0) ttft.p50 \($0)" }
        let suite = try #require(await SiteModel(runs: Loads.runs(lines.joined(separator: "\n"))).site()["suites/s.html"])
        #expect(suite.contains("The first 200 of 210 series"))
        #expect(suite.contains(">concurrency 200<") || suite.contains("concurrency 200</a>"))
        #expect(!suite.contains("concurrency 201</a>"))
    }

    @Test func `hostile names reach the page as text`() async throws {
        let lines = Loads.curve.replacing("request_rate 16:", with: "request_rate 16 tag <b>x</b>:")
        let html = try await page(Loads.runs(lines, model: "<script>m</script>"), "sweeps/s/vllm--script-m--script--over-request_rate.html")
        #expect(!html.contains("<script>m"))
        #expect(!html.contains("<b>x"))
    }
}
