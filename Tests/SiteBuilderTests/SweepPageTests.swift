import AgentRuns
import Testing

@testable import SiteBuilder

struct SweepPageTests {
    private static let small = """
        num_gpu 40 num_ctx 1024 temperature 0.2: cold 280 1200
        num_gpu 40 num_ctx 1024 temperature 0.8: warm 290 90
        num_gpu 40 num_ctx 2048 temperature 0.2: warm 288 70
        num_gpu 40 num_ctx 2048 temperature 0.8: warm 300 60
        num_gpu 40 num_ctx 4096 temperature 0.2: warm 296 64
        num_gpu 40 num_ctx 4096 temperature 0.8: warm 304 66
        num_gpu 60 num_ctx 1024 temperature 0.2: failed timed out
        num_gpu 60 num_ctx 1024 temperature 0.8: warm 213 159
        num_gpu 60 num_ctx 2048 temperature 0.2: warm 270 88
        num_gpu 60 num_ctx 2048 temperature 0.8: warm 274 92
        """

    private func page(_ runs: [Run], _ path: String = "sweeps/s/m.html") async throws -> PageText {
        PageText(try #require(await SiteModel(runs: runs).site()[path]))
    }

    @Test func `a small sweep in words: its head, what is best, what it costs, and that it was measured once`() async throws {
        let page = try await page([Sweeps.run(Self.small)])
        #expect(page.all("h1") == ["m over num_gpu, num_ctx and temperature"])
        #expect(
            page.all("p", class: "meta") == [
                "2025-10-04 · p · 10 configurations, 1 call each · 9 completed, 1 timed out · TTFT is load plus prompt evaluation"
            ])
        #expect(
            page.all("p", class: "lede") == [
                "Fastest: 304.0 tok/s at num_gpu 40, num_ctx 4096, temperature 0.8. "
                    + "Shortest wait: 60.0 ms at num_gpu 40, num_ctx 2048, temperature 0.8, for 1.3 % less throughput. "
                    + "One call a configuration: not enough data to rank neighbours."
            ])
        #expect(
            page.all("h2") == [
                "Output throughput tok/s", "TTFT, warm ms", "Throughput against time to first token", "Configurations",
            ])
    }

    @Test func `each cell is the median over the other option of the warm calls, with what failed, is cold or is missing`() async throws {
        let page = try await page([Sweeps.run(Self.small)])
        #expect(
            page.titles(ofDrawing: 0) == [
                "Output throughput over num_gpu and num_ctx",
                "num_gpu 40, num_ctx 1024, 290 tok/s, n 1", "num_gpu 40, num_ctx 2048, 294 tok/s", "num_gpu 40, num_ctx 4096, 300 tok/s",
                "num_gpu 60, num_ctx 1024, 213 tok/s, n 1, 1 failed", "num_gpu 60, num_ctx 2048, 272 tok/s", "num_gpu 60, num_ctx 4096, no value",
            ])
        #expect(
            page.rows(ofTable: "Data: TTFT, warm over num_gpu and num_ctx") == [
                "num_gpu | num_ctx 1024 ms | num_ctx 2048 ms | num_ctx 4096 ms", "40 | 90n 1 | 65 | 65", "60 | 159n 1, 1 failed | 90 | –",
            ])
        #expect(
            page.all("figcaption") == [
                "Median over temperature of the warm calls, n 2 unless noted. The cold call is left out. A dash alone was not measured. "
                    + "A stronger colour is better.",
                "A stronger colour is better.",
                "Up and to the left is better. Labels read num_gpu · num_ctx · temperature. The vertical axis starts at 200 tok/s. "
                    + "The two panels differ in their horizontal scale.",
            ])
    }

    @Test func `warm and cold points lie in panels of their own`() async throws {
        let page = try await page([Sweeps.run(Self.small)])
        #expect(page.titles(ofDrawing: 2).contains("40 · 2048 · 0.8, TTFT 60.0 ms, throughput 300.0 tok/s"))
        #expect(page.titles(ofDrawing: 2).count == 1 + 8)
        #expect(
            page.titles(ofDrawing: 3) == [
                "Throughput against TTFT, warm: Cold calls", "40 · 1024 · 0.2, TTFT 1200 ms, throughput 280.0 tok/s",
            ])
    }

    @Test func `the table has every configuration, the fastest first, with the front and the failures`() async throws {
        let page = try await page([Sweeps.run(Self.small)])
        #expect(
            page.rows(ofTable: "Configurations") == [
                "num_gpu · num_ctx · temperature | Throughput tok/s | TTFT ms | Load ms | Prompt eval ms | Output tokens | Call | Note",
                "40 · 4096 · 0.8 | 304.0 | 66.0 | 56.0 | 10.0 | 100 | warm | on the front",
                "40 · 2048 · 0.8 | 300.0 | 60.0 | 50.0 | 10.0 | 100 | warm | on the front",
                "40 · 4096 · 0.2 | 296.0 | 64.0 | 54.0 | 10.0 | 100 | warm | ",
                "40 · 1024 · 0.8 | 290.0 | 90.0 | 80.0 | 10.0 | 100 | warm | ",
                "40 · 2048 · 0.2 | 288.0 | 70.0 | 60.0 | 10.0 | 100 | warm | ",
                "40 · 1024 · 0.2 | 280.0 | 1200.0 | 1190.0 | 10.0 | 100 | cold | ",
                "60 · 2048 · 0.8 | 274.0 | 92.0 | 82.0 | 10.0 | 100 | warm | ",
                "60 · 2048 · 0.2 | 270.0 | 88.0 | 78.0 | 10.0 | 100 | warm | ",
                "60 · 1024 · 0.8 | 213.0 | 159.0 | 149.0 | 10.0 | 100 | warm | ",
                "60 · 1024 · 0.2 | – | – | – | – | – | – | failed: timed out",
            ])
        #expect(page.all("p", class: "more") == ["All 10 configurations: CSV · JSON · runs of s"])
        #expect(page.html.contains("<a href=\"../../configurations/m/num_gpu40-num_ctx4096-temperature0.8.html\">40 · 4096 · 0.8</a>"))
    }

    @Test func `means over cold and warm calls are never called warm`() async throws {
        let grid = Sweeps.grid([40, 60], [512, 1024], measured: "mean 90 400")
        let page = try await page(Sweeps.runs(grid, slot: "chimera"), "sweeps/s/chimera-m.html")
        #expect(page.all("h1") == ["chimera with m over num_gpu and num_ctx"])
        #expect(
            page.all("h2") == [
                "Throughput, cold and warm together tok/s", "TTFT, cold and warm together ms",
                "Throughput against time to first token, cold and warm together", "Configurations",
            ])
        #expect(
            page.all("figcaption")[0] == "Each cell is one of the program's means over cold and warm calls together. A stronger colour is better.")
        #expect(
            page.all("p", class: "lede") == [
                "Fastest and shortest wait: 90.0 tok/s and 400 ms at num_gpu 40, num_ctx 512. Cold and warm calls are not told apart. "
                    + "One run a configuration: not enough data to rank neighbours."
            ])
        #expect(page.rows(ofTable: "Configurations")[1] == "40 · 512 | 90.0 | 400 | cold and warm | on the front")
        #expect(!page.html.replacing("cold and warm", with: "").replacing("Cold and warm", with: "").contains("arm calls"))
    }

    @Test func `single calls of which it is not known whether they were cold are called so`() async throws {
        var run = Sweeps.run(Sweeps.grid([40, 60], [512, 1024]))
        for index in run.executions.indices {
            run.executions[index].calls[0].load = nil
            run.executions[index].calls[0].cold = nil
        }
        let page = try await page([run])
        #expect(page.all("p", class: "lede")[0].contains("It is not known which calls were cold. One call a configuration"))
        #expect(page.all("figcaption")[0].hasPrefix("Each cell is a call of which it is not known whether it was cold."))
        #expect(page.rows(ofTable: "Configurations")[1] == "40 · 512 | 300.0 | 60.0 | 10.0 | 100 | undecided | on the front")
    }

    @Test func `ten runs of each configuration say nothing of too few`() async throws {
        let runs = (1...10).flatMap { Sweeps.runs(Sweeps.grid([40, 60], [512, 1024]), repetition: $0, slot: "a") }
        #expect(try await page(runs, "sweeps/s/a-m.html").all("p", class: "lede")[0].hasSuffix("num_ctx 512."))
        let fewer = try await page(runs.filter { !$0.id.hasSuffix("run_10") }, "sweeps/s/a-m.html")
        #expect(fewer.all("p", class: "lede")[0].hasSuffix("9 calls a configuration: not enough data to rank neighbours."))
    }

    @Test func `more than fifty rows show sixteen and have pages of their own`() async throws {
        let site = await SiteModel(runs: [Sweeps.run(Sweeps.grid(Array(1...8), Array(1...8)))]).site()
        let page = PageText(try #require(site["sweeps/s/m.html"]))
        #expect(page.rows(ofTable: "Configurations").count == 1 + 16)
        #expect(page.all("p", class: "more") == ["All 64 configurations · CSV · JSON · runs of s"])
        let first = PageText(try #require(site["sweeps/s/m~configurations.html"]))
        #expect(first.all("p", class: "note") == ["1–50 of 64, the fastest first."])
        #expect(PageText(try #require(site["sweeps/s/m~configurations~2.html"])).rows(ofTable: "Configurations").count == 1 + 14)
    }

    @Test func `an option with more values than there are shapes leaves the shapes to the next one`() async throws {
        let page = try await page([Sweeps.run(Sweeps.grid(Array(1...9), [512, 1024]))])
        #expect(page.titles(ofDrawing: 2).count == 1 + 18)
        #expect(page.all("li").contains("num_ctx"))
    }

    @Test func `the figures behind a page are a row for each execution`() async throws {
        let site = await SiteModel(runs: [Sweeps.run(Self.small)]).site()
        let csv = try #require(site["data/sweeps/s/m.csv"]).split(separator: "\n").map { $0.replacing("\r", with: "") }
        #expect(csv.count == 1 + 10)
        #expect(
            csv[0]
                == "run,slot,model,num_gpu,num_ctx,temperature,calls,output_throughput,ttft_ms,load_ms,prompt_eval_ms,output_tokens,status,error,on_front"
        )
        #expect(csv[1] == "s/r,slot 0,m,40,1024,0.2,cold,280,1200,1190,10,100,completed,,false")
        #expect(csv[4] == "s/r,slot 3,m,40,2048,0.8,warm,300,60,50,10,100,completed,,true")
        #expect(csv[7] == "s/r,slot 6,m,60,1024,0.2,,,,,,,failed,timed out,false")
        #expect(site["data/sweeps/s/m.json"]?.contains("\"num_ctx\":4096") == true)
    }

    @Test func `a site without sweeps has no such section`() async {
        let site = await SiteModel(runs: History.runs(2, around: 600)).site()
        #expect(site["sweeps/index.html"] == nil)
        #expect(site["index.html"]?.contains("Sweeps") == false)
    }

    @Test func `the list of sweeps leads to each`() async throws {
        let page = try await page([Sweeps.run(Self.small)], "sweeps/index.html")
        #expect(page.all("p", class: "lede") == ["1 sweep, 10 configurations."])
        #expect(
            page.rows(ofTable: "Sweeps") == [
                "Sweep | TTFT is | Configurations | Failed executions | Fastest tok/s | Newest run",
                "m over num_gpu, num_ctx and temperature s | load + prompt evaluation, warm | 10 | 1 | 304.0 | 2025-10-04",
            ])
    }
}
