import Diagnostics
import Foundation
import SystemPackage
import Testing

@testable import AgentRuns

struct RunStoreTests {
    private let store = RunStore(content: FilePath(FileManager.default.temporaryDirectory.appending(component: "sitegen-\(UUID().uuidString)").path))

    private func path(_ name: String) -> String { store.folder(of: Run.sample.id).appending(name).string }

    @Test func `storing twice changes nothing the second time`() async throws {
        let files = ["collector_report.md": Array("# A\n".utf8)]
        #expect(try store.store(.sample, files: files) == .new)
        let before = try FileManager.default.attributesOfItem(atPath: path("run.json"))[.modificationDate] as? Date
        #expect(try store.store(.sample, files: files) == .unchanged)
        #expect(try FileManager.default.attributesOfItem(atPath: path("run.json"))[.modificationDate] as? Date == before)
        #expect(try store.store(.sample, files: ["collector_report.md": Array("# B\n".utf8)]) == .updated)
        #expect(await store.load(jobs: 2).runs == [.sample])
        try FileManager.default.removeItem(atPath: store.content.string)
    }

    @Test func `a dry run writes nothing`() throws {
        #expect(try store.store(.sample, files: [:], dryRun: true) == .new)
        #expect(!FileManager.default.fileExists(atPath: store.content.string))
    }

    @Test func `a broken run file leaves the others whole`() async throws {
        _ = try store.store(.sample, files: [:])
        let broken = store.folder.appending("suite/broken").string
        try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
        try Data("{\n  \"schema\": \"sitegen.run/1\",\n  \"id\": 3\n}".utf8).write(to: URL(filePath: broken + "/run.json"))
        let moved = store.folder.appending("suite/moved").string
        try FileManager.default.copyItem(atPath: store.folder(of: Run.sample.id).string, toPath: moved)
        let library = await store.load(jobs: 2)
        #expect(library.runs == [.sample])
        #expect(
            library.diagnostics.map(\.message) == [
                "the key 'executions' is missing",
                "the run's id is 'suite/run_2', but its file lies in 'runs/suite/moved/run.json'; move the folder or mend the id",
            ])
        try FileManager.default.removeItem(atPath: store.content.string)
    }

    @Test func `a store without a folder has no runs`() async {
        let library = await store.load(jobs: 2)
        #expect(library.runs.isEmpty && library.diagnostics.isEmpty)
    }
}
