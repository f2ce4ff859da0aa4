import AgentRuns
import Foundation
import SystemPackage
import Testing

@testable import AgentRunner

struct FolderSummaryTests {
    private let scratch: PlanScratch

    init() throws {
        scratch = try PlanScratch(
            """
            -- data/a.csv --
            model,ttft_s,"tokens, s"
            m,0.5,10
            m,1.5,"20"
            broken,none,
            -- data/deep/b.csv --
            ttft_s
            4
            -- data/c.json --
            {"stats": {"p95": 15.584}, "runs": [{"ms": 1}, {"ms": 2}], "name": "x"}
            -- data/d.md --

            # What was measured
            -- data/e.bin --
            x
            -- data/broken.json --
            {"a":
            -- outside/secret.csv --
            secret
            99
            -- data/.hidden/f.csv --
            hidden
            1
            """)
    }

    @Test func `files are counted by type, their numbers averaged, and the model is told just what is kept`() throws {
        let summary = try FolderSummary(of: scratch.path("data"), tokenLimit: 1000)
        #expect(summary.analysed.files == ["total": 6, "csv": 2, "json": 2, "markdown": 1, "other": 1])
        #expect(summary.analysed.values == ["csv_ttft_s": 2, "csv_tokens, s": 15, "json_stats.p95": 15.584, "json_runs.ms": 1.5])
        #expect(summary.analysed.names == ["a.csv", "deep/b.csv", "broken.json", "c.json", "d.md"])
        #expect(Set(summary.analysed.latest.keys) == ["csv", "json", "markdown", "other"])
        #expect(summary.analysed.latest["csv"]?.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/) != nil)
        #expect(summary.text.hasPrefix("Files: 6 in all: 2 CSV, 2 JSON, 1 Markdown, 1 other.\n"))
        #expect(summary.text.contains("- csv_ttft_s = 2 (n = 3)\n"))
        #expect(summary.text.contains("- a.csv: model,ttft_s,\"tokens, s\"\n"))
        #expect(summary.text.contains("- d.md: What was measured"))
        #expect(summary.skipped == 0)
        #expect(!summary.text.contains("hidden"))
    }

    @Test func `links are not followed, and what can't be read is skipped and counted`() throws {
        let data = scratch.path("data")
        try FileManager.default.createSymbolicLink(atPath: data.appending("link.csv").string, withDestinationPath: "../outside/secret.csv")
        try FileManager.default.createSymbolicLink(atPath: data.appending("up").string, withDestinationPath: "..")
        try Data([0x61, 0xFF, 0x00]).write(to: URL(filePath: data.appending("bytes.md").string))
        #expect(mkfifo(data.appending("pipe.csv").string, 0o600) == 0)
        try scratch.write("x\n1\n", to: "data/evil\u{1B}[2J.csv")
        let summary = try FolderSummary(of: data, tokenLimit: 1000)
        #expect(summary.skipped == 5)
        #expect(summary.analysed.files["total"] == 6)
        #expect(!summary.text.contains("secret"))
        #expect(!summary.text.contains("\u{1B}"))
    }

    @Test(arguments: [20, 40, 80, 200])
    func `the text keeps to its limit, and only what it says is kept as told`(limit: Int) throws {
        let summary = try FolderSummary(of: scratch.path("data"), tokenLimit: limit)
        #expect(summary.text.utf8.count <= limit * FolderSummary.bytesPerToken)
        for key in summary.analysed.values.keys { #expect(summary.text.contains(key)) }
        for name in summary.analysed.names { #expect(summary.text.contains(name)) }
    }

    @Test func `a mean is told to six digits, and kept as it is told`() throws {
        try scratch.write("t\n1\n1\n2\n", to: "data/a.csv")
        #expect(try FolderSummary(of: scratch.path("data"), tokenLimit: 1000).analysed.values["csv_t"] == 1.33333)
    }
}
