import AgentRuns
import Diagnostics
import Files
import Foundation
import SystemPackage
import Testing

@testable import AgentRunner

/// A folder with a plan and data, removed when the test lets go of it.
final class PlanScratch {
    let root: FilePath
    static let prompts: PromptLibrary = {
        var problems: [Diagnostic] = []
        return PromptLibrary(templates: nil, reporting: &problems)
    }()

    /// - Parameter files: several files in one text, each below a line `-- path --`.
    init(_ files: String = "") throws {
        root = FilePath(FileManager.default.temporaryDirectory.appending(component: "plan-\(UUID().uuidString)").path)
        try Files.createDirectory(root.appending("data"))
        for part in "\n\(files)".components(separatedBy: "\n-- ").dropFirst() {
            let name = part.components(separatedBy: " --")[0]
            try write(String(part.dropFirst(name.count + 3).drop { $0 == "\n" }), to: name)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: root.string) }

    func path(_ name: String) -> FilePath { root.appending(FilePath(name).components) }

    func write(_ text: String, to name: String) throws {
        try Files.write(Array(text.utf8), to: path(name))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Files.read(path(name)), as: UTF8.self)
    }

    var store: RunStore { RunStore(content: root.appending("content")) }

    /// What is wrong with a plan, as `line:column message`.
    func problems(_ plan: String, backend: Plan.Server.API? = nil) -> [String] {
        let (_, diagnostics) = Plan.read(Array(plan.utf8), path: path("plan.toml"), prompts: Self.prompts, backend: backend)
        return diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" }
    }

    func plan(_ text: String, backend: Plan.Server.API? = nil) throws -> Plan {
        let (plan, diagnostics) = Plan.read(Array(text.utf8), path: path("plan.toml"), prompts: Self.prompts, backend: backend)
        return try #require(plan, "\(diagnostics.map(\.message))")
    }

    func runner(_ plan: Plan, _ server: any ModelServer, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) -> PlanRunner {
        PlanRunner(
            plan, servers: Dictionary(uniqueKeysWithValues: plan.servers.map { ($0.name, server) }), store: store, prompts: Self.prompts,
            redaction: Redaction(plan, keys: ["hunter22"]), version: "9.9", progress: progress)
    }

    func runs() async -> [Run] { await store.load(jobs: 1).runs }

    /// A plan of one agent, with lines of the caller's own at the top and at the end.
    static func single(_ top: String = "", agent: String = "", end: String = "") -> String {
        """
        suite = "s"
        scenario = "single_agent"
        ingest = "data"
        \(top)
        [[servers]]
        name = "a"
        url = "http://127.0.0.1:1"
        [[agents]]
        slot = "solo"
        model = "m:1"
        \(agent)
        \(end)
        """
    }

    static let pair = """
        suite = "s"
        scenario = "chimera_hetero"
        ingest = "data"
        [[servers]]
        name = "a"
        url = "http://127.0.0.1:1"
        [[agents]]
        slot = "collector"
        agent = "Collector"
        model = "m:1"
        server = "a"
        configuration = { num_ctx = 512, temperature = 0.6 }
        [[agents]]
        slot = "insight"
        model = "m:1"
        server = "a"
        configuration = { num_ctx = 512, temperature = 1.0 }

        """
}
