import Foundation
import JSON
import Testing

/// The file from which browsers compare any two sides.
struct ComparisonDataTests {
    static let path = "site/data/comparison-samples.js"

    /// The value that the script assigns.
    private func samples(of site: Scratch) throws -> JSON {
        try site.sitegen("build")
        let script = try site.text(Self.path)
        let (start, end) = ("var sitegenSamples = ", ";\n")
        try #require(script.hasPrefix(start) && script.hasSuffix(end))
        return try JSON(parsing: Array(script.dropFirst(start.count).dropLast(end.count).utf8))
    }

    @Test func `a run is its suite, its name, its shape, its versions, and one value for each sample of the shape`() throws {
        let site = try Scratch()
        try site.write(CompareTests.run("s/x/run_1", suite: "s/x", day: 1, ttft: 600), to: "content/runs/s/x/run_1/run.json")
        try site.write(CompareTests.run("s/x/run_2", suite: "s/x", day: 2, ttft: 700), to: "content/runs/s/x/run_2/run.json")
        try site.write(CompareTests.run("t/run_1", suite: "t", day: 3, ttft: 0, failed: true), to: "content/runs/t/run_1/run.json")
        let samples = try samples(of: site)
        let metrics = try #require(samples["metrics"]?.array).map { $0["id"]?.string }
        #expect(metrics.prefix(3) == ["failure_rate", "ttft", "output_throughput"])
        #expect(try JSON(parsing: Array(#"["s/x", "t"]"#.utf8)) == samples["suites"])
        #expect(try JSON(parsing: Array(#"[["%", true], ["first chunk, warm", true], ["one stream, tok/s", true]]"#.utf8)) == samples["kinds"])
        #expect(try JSON(parsing: Array("[[0, 0, 0, 0, 0]]".utf8)) == samples["agents"])
        #expect(try JSON(parsing: Array("[[0, 0, 1, 0]]".utf8)) == samples["options"])
        let settings = #"""
            [{"name": "num_ctx", "isWork": false, "isSpokenAlone": false, "missing": "not set", "values": [512]},
             {"name": "language", "isWork": false, "isSpokenAlone": true, "missing": "not recorded", "values": ["rust"]}]
            """#
        #expect(try JSON(parsing: Array(settings.utf8)) == samples["settings"])
        #expect(try JSON(parsing: Array("[[]]".utf8)) == samples["versions"])
        #expect(try JSON(parsing: Array("[[0, 0, 0], [0, 1, 1], [0, 2, 2]]".utf8)) == samples["shapes"]?.array?.first)
        let runs = try #require(samples["runs"]?.array)
        #expect(try JSON(parsing: Array(#"[0, "run_1", 0, 0, 0, 606, 40.5]"#.utf8)) == runs[0])
        #expect(try JSON(parsing: Array(#"[0, "run_2", 0, 0, 0, 707, 40.5]"#.utf8)) == runs[1])
        // A failed execution has a sample without a value for every metric that could have been measured.
        #expect(runs[2].array?.prefix(5).map(\.integer) == [1, nil, 1, 0, 1])
        #expect(runs[2].array?.dropFirst(5).allSatisfy(\.isNull) == true)
    }

    @Test func `only the page of comparisons loads scripts, each after those that it needs`() throws {
        let site = try CompareTests.site(newest: 610)
        try site.sitegen("build")
        let scripts = try site.text("site/compare/index.html").matches(of: /<script src="([^"]+)" defer>/).map { String($0.1) }
        #expect(
            scripts == [
                "../statistics.js", "../paired-statistics.js", "../failure-statistics.js", "../data/comparison-samples.js", "../comparison-rows.js", "../comparison.js",
                "../comparison-figures.js", "../comparison-words.js", "../compare.js",
            ])
        #expect(!(try site.text("site/index.html").contains("<script")))
    }

    @Test func `2300 runs of two agents with figures in full stay under 700 kB`() throws {
        let site = try Scratch()
        let sample = 60
        for number in 1...sample {
            let id = "a_suite/of_runs/gpu80_ctx512_temp0p6/run_\(number)"
            let run = Self.pair(id, suite: "a_suite/of_runs", number: number)
            try site.write(run, to: "content/runs/\(id)/run.json")
        }
        try site.sitegen("build")
        let bytes = try #require(try site.files(below: "site/data")["comparison-samples.js"]).count
        #expect(bytes / sample * 2300 < 700_000)
    }

    /// A run of two agents, each with a cold call and two warm ones, whose figures have all their digits.
    private static func pair(_ id: String, suite: String, number: Int) -> String {
        let figure = { (scale: Double) in scale * (1 + 1 / (Double(number) + .pi)) }
        let agents = ["collector", "insight"].map { slot in
            let calls = [(4500.0, true), (600, false), (620, false)].map { ttft, isCold in
                "{\"stage\": \"report\", \"ttft_ms\": \(figure(ttft)), \"load_ms\": 50, \"throughput\": \(figure(40)), \"cold\": \(isCold)}"
            }
            return """
                {"slot": "\(slot)", "model": "m", "status": "completed", "configuration": {"num_ctx": 512}, "ttft_definition": "first_chunk",
                 "metrics": {}, "calls": [\(calls.joined(separator: ", "))]}
                """
        }
        return """
            {
              "schema": "sitegen.run/1", "id": "\(id)", "suite": "\(suite)", "scenario": "chimera_homo",
              "started_at": "2025-11-10T10:00:00Z", "producer": {"program": "p", "language": "rust"},
              "executions": [\(agents.joined(separator: ", "))],
              "coordination": {"wall_s": 50, "sequential_s": 90, "speedup": \(figure(1.5)), "efficiency": \(figure(0.75)), "contention": false},
              "provenance": {"importer": "test", "sources": [], "notes": []}
            }
            """
    }
}
