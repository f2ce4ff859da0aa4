import AgentRuns
import Foundation
import RunImport
import SystemPackage
import Testing

struct GitHistoryTests {
    /// A repository in the scratch's folder `in`, apart from the settings of whoever runs the tests.
    private struct Repository {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch("-- in/.keep --")
            try git("init", "--quiet")
        }

        func git(_ arguments: String..., date: String = "2026-03-01T10:00:00Z", folder: String = "in") throws {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["git", "-C", scratch.path(folder).string] + arguments
            process.environment = ProcessInfo.processInfo.environment.merging([
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
            ]) { $1 }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
        }

        func commit(_ files: [String: String?], day: Int) throws {
            for (name, text) in files {
                if let text {
                    try scratch.write(Array(text.utf8), to: "in/\(name)")
                } else {
                    try FileManager.default.removeItem(atPath: scratch.path("in/\(name)").string)
                }
            }
            try git("add", "--all")
            try git("commit", "--quiet", "--message", "Measure", date: "2026-03-0\(day)T10:00:00Z")
        }

        func importHistory(_ folder: String = "in", gitHistory: Bool = true) async -> ImportOutcome {
            await RunImporter().importRuns(at: [scratch.path(folder)], into: store, options: ImportOptions(gitHistory: gitHistory))
        }

        var store: RunStore { RunStore(content: scratch.path("content")) }
    }

    @Test func `each state of each file is a run, dated by its commit`() async throws {
        let repository = try Repository()
        try repository.commit(["r/a.jsonl": ServingSample.sglangLine(400)], day: 1)
        try repository.commit(["r/a.jsonl": ServingSample.sglangLine(410), "r/log.jsonl": ServingSample.sglangLine(401)], day: 2)
        try repository.commit(["r/a.jsonl": nil, "r/b.jsonl": ServingSample.sglangLine(410), "r/log.jsonl": grown(401, 402)], day: 3)
        try repository.commit(["r/b.jsonl": ServingSample.sglangLine(400), "r/log.jsonl": grown(401, 402, 403)], day: 4)
        let outcome = await repository.importHistory()
        #expect(outcome.diagnostics == [])
        let runs = await repository.store.load(jobs: 1).runs
        #expect(
            runs.sorted { ($0.startedAt?.text ?? "", $0.id) < ($1.startedAt?.text ?? "", $1.id) }.map {
                "\($0.startedAt?.date ?? "") \($0.id) \($0.executions[0][.outputThroughput] ?? 0)"
            } == [
                "2026-03-01 r/a 400.0", "2026-03-02 r/a@20260302T100000Z 410.0", "2026-03-02 r/log 401.0", "2026-03-03 r/log/c8-rate-4-2 402.0",
                "2026-03-04 r/log/c8-rate-4-3 403.0",
            ])
        #expect(runs.allSatisfy { $0.executions[0].configuration["commit"]?.description.count == 12 })
        #expect(runs[0].provenance.notes.suffix(2) == ["The time is that of the file's commit.", "The commit is that of the file."])
        for again in [await repository.importHistory(), await repository.importHistory("in/r"), await repository.importHistory(gitHistory: false)] {
            #expect(again.new == [] && again.updated == [])
        }
    }

    private func grown(_ throughputs: Double...) -> String { throughputs.map(ServingSample.sglangLine).joined(separator: "\n") }

    @Test func `what can't be read is said`() async throws {
        let scratch = try Scratch("-- in/a.jsonl --\n{}")
        let options = ImportOptions(gitHistory: true)
        let none = await RunImporter().readRuns(at: [scratch.path("in"), scratch.path("nowhere")], options: options)
        #expect(
            none.diagnostics.map { "\($0.severity.word): \($0.message)" } == [
                "error: this is in no git repository; leave out --git-history, or name a folder of a repository", "error: no such file or directory",
            ])
        let repository = try Repository()
        let empty = await repository.importHistory()
        #expect(empty.diagnostics.map(\.message) == ["the repository has no commits"])
        try repository.commit(["a.jsonl": ServingSample.sglangLine(401)], day: 1)
        try repository.commit(["a.jsonl": ServingSample.sglangLine(2)], day: 2)
        let remote = "file://" + repository.scratch.path("in").string
        try repository.git("clone", "--quiet", "--depth", "1", remote, repository.scratch.path("clone").string)
        let shallow = await repository.importHistory("clone")
        #expect(
            shallow.diagnostics.map { "\($0.severity.word): \($0.message)" } == [
                "warning: the clone is shallow: what its commits do not hold is not imported; 'git fetch --unshallow' gets the rest"
            ])
        #expect(shallow.new == ["clone/a"])
    }
}
