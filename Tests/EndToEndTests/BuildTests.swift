import AgentRuns
import Foundation
import Testing

struct BuildTests {
    @Test func `a site has its pages, and every page is there whatever else is broken`() throws {
        let site = try Scratch(
            """
            -- content/site.toml --
            title = "Two runs"
            -- content/pages/about.md --
            +++
            title = "About"
            +++
            Some *words*.
            -- content/pages/broken.md --
            +++
            titel = "Misspelt"
            +++
            Lost.
            -- content/runs/s/broken/run.json --
            {
              "schema": "sitegen.run/1",
              "id": 7
            }
            -- templates/runs.mustache --
            <h1>{{title}}</h1>
            <p>{{ledde}}</p>
            """)
        try site.add(.example(number: 1), .example(number: 2))
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("content/runs/s/broken/run.json:1:1: error: the key 'executions' is missing"))
        #expect(result.errors.contains("content/pages/broken.md:2:1: error: unknown key 'titel'; did you mean 'title'?"))
        #expect(result.errors.contains("templates/runs.mustache:2:6: error: the pages of this template have no 'ledde'; did you mean 'lede'?"))
        for page in [
            "index.html", "404.html", "about.html", "runs/index.html", "runs/s/run_1.html", "runs/s/run_2.html", "suites/s.html",
            "models/gemma3-latest.html", "configurations/gemma3-latest/num_gpu80.html", "sitemap.xml", "data/executions.csv",
        ] {
            #expect(site.exists("site/\(page)"), "\(page) is missing")
        }
        #expect(!site.exists("site/broken.html"))
        #expect(try site.text("site/index.html").contains("Two runs"))
    }

    @Test func `a template that can't be parsed is named at its line`() throws {
        let site = try Scratch(
            """
            -- templates/home.mustache --
            <h1>{{title}}</h1>
            {{#lede}}
            <p>{{/title}}
            """)
        try site.add(.example(number: 1))
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("templates/home.mustache:3:"))
        #expect(site.exists("site/index.html"))
    }

    @Test func `the same content gives the same bytes on one core and on many`() throws {
        let site = try Scratch()
        for number in 1...70 { try site.add(.example(number: number)) }
        try #require(try site.sitegen("build", "--jobs", "1", "--output", "one").exitCode == 0)
        try #require(try site.sitegen("build", "--jobs", "7", "--output", "many").exitCode == 0)
        #expect(try site.files(below: "one") == site.files(below: "many"))
    }

    @Test func `a second build writes nothing, and a removed run takes its page away`() throws {
        let site = try Scratch()
        try site.add(.example(number: 1), .example(number: 2))
        try #require(try site.sitegen("build").exitCode == 0)
        #expect(try site.sitegen("build", "--stats", "json").output.contains("\"written\":0"))
        try FileManager.default.removeItem(at: site.folder.appending(path: "content/runs/s/run_2"))
        try #require(try site.sitegen("build").exitCode == 0)
        #expect(!site.exists("site/runs/s/run_2.html"))
        #expect(site.exists("site/runs/s/run_1.html"))
    }

    @Test func `files and names that would stand in a page's place do not take the site down`() throws {
        let site = try Scratch(
            """
            -- content/pages/index.html --
            mine
            -- content/pages/picture.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- templates/runs --
            a file where the site has a folder
            """)
        var long = Run.example(number: 1)
        long.executions[0].model = String(repeating: "m", count: 400)
        var twin = Run.example(number: 2)
        twin.executions[0].model = String(repeating: "m", count: 401) + ".html"
        var inTheWay = Run.example(number: 3)
        inTheWay.id = "s/run_1.html/x"
        try site.add(long, twin, inTheWay)
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("error: the file 'index.html' would stand in the place of a page that the site makes; give it another name"))
        #expect(result.errors.contains("error: the file 'runs' would stand in the place"))
        #expect(result.errors.contains("error: no part of an id ends in .html or .json, as 'run_1.html' does"))
        #expect(site.exists("site/runs/s/run_1.html") && site.exists("site/runs/s/run_2.html") && site.exists("site/picture.svg"))
        #expect(try site.files(below: "site/models").count == 3)
    }

    @Test func `a clean build writes everything anew`() throws {
        let site = try Scratch()
        try site.add(.example(number: 1))
        try #require(try site.sitegen("build").exitCode == 0)
        #expect(try site.sitegen("build", "--stats", "json").output.contains("\"written\":0,"))
        #expect(try site.sitegen("build", "--clean", "--stats", "json").output.contains("\"unchanged\":0,"))
    }

    @Test func `a folder without content is an error that says what to do, and the site stays as it is`() throws {
        let site = try Scratch()
        try site.add(.example(number: 1))
        try #require(try site.sitegen("build").exitCode == 0)
        let result = try site.sitegen("build", "--content", "contents")
        #expect(result.exitCode == 1)
        #expect(result.errors == "contents: error: there is no content folder here; 'sitegen import PATH' makes one\n")
        #expect(site.exists("site/runs/s/run_1.html"), "a mistyped folder must not empty the site")
    }

    @Test(arguments: [["build", "--jobs", "0"], ["build", "--nonsense"], ["publish"], ["export", "--format", "xml"]])
    func `wrong usage exits with 64`(arguments: [String]) throws {
        let site = try Scratch()
        let result =
            switch arguments.count {
            case 1: try site.sitegen(arguments[0])
            case 2: try site.sitegen(arguments[0], arguments[1])
            default: try site.sitegen(arguments[0], arguments[1], arguments[2])
            }
        #expect(result.exitCode == 64)
    }

    @Test func `hostile names reach the page as text`() throws {
        var run = Run.example(number: 1)
        run.scenario = "<script>alert(1)</script>\u{1}0\u{2}"
        run.executions[0].agent = "{{title}} & \"quotes\""
        let site = try Scratch()
        try site.add(run)
        try #require(try site.sitegen("build").exitCode == 0)
        let page = try site.text("site/runs/s/run_1.html")
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("{{title}} &amp; &quot;quotes&quot;"))
    }
}

extension Scratch {
    func add(_ runs: Run...) throws {
        for run in runs { try write(Data(RunFile.encode(run).bytes), to: "content/runs/\(run.id)/run.json") }
    }
}

extension Run {
    static func example(number: Int) -> Run {
        let ttft = 500 + Double(number * 37 % 100)
        return Run(
            id: "s/run_\(number)", suite: "s", scenario: "single_agent", runNumber: number,
            startedAt: Timestamp("2025-11-\(number < 30 ? "14" : "15")T10:\(number % 60 < 10 ? "0" : "")\(number % 60):00Z"),
            executions: [
                AgentExecution(
                    slot: "chimera", model: "gemma3:latest", configuration: SamplingConfiguration(["num_gpu": .number(80)]),
                    ttftDefinition: .firstChunk, metrics: [.ttft: MetricSummary(unit: "ms", n: 1, [.mean: ttft])],
                    calls: [
                        Call(stage: "analysis", ttft: ttft, load: 200, promptEval: 250, total: 9000, outputTokens: 300, throughput: 40, cold: false)
                    ])
            ],
            provenance: Provenance(importer: "test"))
    }
}
