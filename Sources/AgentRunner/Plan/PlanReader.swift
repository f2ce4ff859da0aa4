import AgentRuns
import Diagnostics
import Files
import SystemPackage
import TOMLReading

/// Reads the tables of a plan; what is wrong is kept with its place, and a default stands in for it.
struct PlanReader {
    var table: TOMLTableReader
    var diagnostics: [Diagnostic] = []
    private let folder: FilePath
    private let prompts: PromptLibrary
    private let backend: Plan.Server.API?

    init(_ table: TOMLTableReader, folder: FilePath, prompts: PromptLibrary, backend: Plan.Server.API?) {
        self.table = table
        self.folder = folder
        self.prompts = prompts
        self.backend = backend
    }

    mutating func plan(source: SourceFile) -> Plan {
        let servers = servers()
        let agents = agents(servers)
        let plan = Plan(
            suite: suite(), scenario: scenario(agents), ingest: ingest(),
            repetitions: table.count("repetitions", from: 1) ?? 1, seed: table.integer("seed"),
            timeout: table.positive("timeout_s") ?? 120, coldStart: table.word("cold_start") ?? .never,
            warmUp: table.count("warm_up", from: 0) ?? 0, budget: budget(), servers: servers, agents: agents,
            grid: grid(agents, servers), source: source)
        if plan.warmUp > 0, plan.coldStart == .eachRun {
            table.report("'warm_up' makes no calls where every run starts cold; leave it out, or set cold_start to \"first\"", at: "warm_up")
        }
        checkSize(plan)
        return plan
    }

    /// Everything that was wrong, in the order of the file.
    consuming func finish() -> [Diagnostic] {
        (diagnostics + table.finish()).sorted { left, right in
            guard let a = left.location, let b = right.location else { return left.location == nil && right.location != nil }
            return a < b
        }
    }
}

/// The keys at the top.
extension PlanReader {
    private mutating func suite() -> String {
        guard let suite = table.required("suite") else { return "unnamed" }
        let endings = [".html", ".json"]
        let isFit = isSafePath(suite) && !suite.split(separator: "/").contains { part in endings.contains { part.hasSuffix($0) } }
        guard isFit else {
            table.report("'suite' must be a path of letters, digits and . _ - + @ = between slashes, without .html or .json", at: "suite")
            return "unnamed"
        }
        return suite
    }

    private mutating func scenario(_ agents: [Plan.Agent]) -> Scenario {
        guard let scenario: Scenario = table.requiredWord("scenario") else { return .singleAgent }
        let count = table.keys.contains("agents") ? agents.count : scenario.agentCount
        if count != scenario.agentCount {
            let wanted = scenario.agentCount == 1 ? "1 agent" : "\(scenario.agentCount) agents"
            table.report("'\(scenario.rawValue)' takes \(wanted); the plan has \(count)", at: "scenario")
        }
        return scenario
    }

    private mutating func ingest() -> FilePath {
        guard let text = table.required("ingest") else { return folder }
        let path = folder.pushing(FilePath(text))
        switch Files.kind(of: path) {
        case .directory: break
        case nil: table.report("there is no folder '\(path)'", at: "ingest")
        default: table.report("'\(path)' is no folder", at: "ingest")
        }
        return path
    }

    private mutating func budget() -> Plan.Budget {
        guard var budget = table.table("budget") else { return Plan.Budget() }
        let read = Plan.Budget(tokens: budget.count("tokens", from: 1), minutes: budget.positive("minutes"))
        diagnostics += budget.finish()
        return read
    }

    private mutating func checkSize(_ plan: Plan) {
        let limit = 10_000
        let runs = plan.grid.count.map { $0.multipliedReportingOverflow(by: plan.repetitions) }
        if let runs, !runs.overflow, runs.partialValue <= limit { return checkFolders(plan) }
        let size = runs.flatMap { $0.overflow ? nil : "\($0.partialValue)" } ?? "far too many"
        table.report(
            "the plan asks for \(size) runs; at most \(limit) are made", at: table.keys.contains("grid") ? "grid" : "repetitions")
    }

    /// Runs of different combinations have different ids, or they would take each other's place.
    private mutating func checkFolders(_ plan: Plan) {
        let combinations = plan.grid.laid(over: plan.agents)
        guard Set(combinations.map { plan.runFolder(of: $0).lowercased() }).count < combinations.count else { return }
        table.report("two values would give their runs the same id: they differ only in case, in type, or in the folders of a path", at: "grid")
    }
}

/// Servers and agents.
extension PlanReader {
    private mutating func servers() -> [Plan.Server] {
        guard let tables = table.tables("servers") else {
            if !table.keys.contains("servers") { table.reportMissing("servers", "the plan has no servers; add one under [[servers]]") }
            return []
        }
        var servers: [Plan.Server] = []
        for var entry in tables {
            let server = server(&entry)
            if servers.contains(where: { $0.name == server.name }) { entry.report("there is another server '\(server.name)'", at: "name") }
            servers.append(server)
            diagnostics += entry.finish()
        }
        if servers.isEmpty { table.report("the plan has no servers; add one under [[servers]]", at: "servers") }
        return servers
    }

    private func server(_ entry: inout TOMLTableReader) -> Plan.Server {
        let name = entry.required("name") ?? ""
        let written: Plan.Server.API? = entry.word("api")
        let api = backend ?? written ?? .ollama
        let keyVariable = entry.string("key_env")
        if let keyVariable, keyVariable.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil {
            entry.report("'key_env' must be the name of an environment variable, not a key", at: "key_env")
        }
        let transcript = transcript(&entry, isNeeded: api == .replay)
        let url = api == .replay ? entry.string("url") ?? "" : entry.required("url") ?? ""
        return Plan.Server(
            name: name, url: address(url, &entry), writtenURL: url, api: api, transcript: transcript, recordedAPI: written?.client,
            keyVariable: keyVariable)
    }

    private func transcript(_ entry: inout TOMLTableReader, isNeeded: Bool) -> FilePath? {
        guard let text = entry.string("transcript") else {
            if isNeeded, !entry.keys.contains("transcript") {
                entry.reportMissing("transcript", "'transcript' is missing; a replay needs a recorded conversation")
            }
            return nil
        }
        let path = folder.pushing(FilePath(text))
        if isNeeded, Files.kind(of: path) != .file { entry.report("there is no file '\(path)'", at: "transcript") }
        return path
    }

    private func address(_ text: String, _ entry: inout TOMLTableReader) -> String {
        guard !text.isEmpty else { return text }
        do throws(ServerAddressError) {
            return try ServerAddress(parsing: text).url
        } catch {
            entry.report(error.message, at: "url")
            return ""
        }
    }

    private mutating func agents(_ servers: [Plan.Server]) -> [Plan.Agent] {
        guard let tables = table.tables("agents") else {
            if !table.keys.contains("agents") { table.reportMissing("agents", "the plan has no agents; add one under [[agents]]") }
            return []
        }
        var agents: [Plan.Agent] = []
        for var entry in tables {
            let slot = slot(&entry, taken: agents.map(\.slot))
            let server = server(&entry, servers)
            let agent = Plan.Agent(
                slot: slot, name: entry.string("agent") ?? slot, model: entry.required("model") ?? "",
                server: server, options: options(&entry, api: servers.first { $0.name == server }?.client), persona: persona(&entry),
                tokenLimit: entry.count("token_limit", from: 1))
            agents.append(agent)
            diagnostics += entry.finish()
        }
        return agents
    }

    private func slot(_ entry: inout TOMLTableReader, taken: [String]) -> String {
        guard let slot = entry.required("slot") else { return "" }
        if !isSafePath(slot) || slot.contains("/") || slot.utf8.count > 60 {
            entry.report("'slot' must be a short name of letters, digits and . _ - + @ =", at: "slot")
        } else if taken.contains(slot) {
            entry.report("there is another agent in the slot '\(slot)'", at: "slot")
        }
        return slot
    }

    private func server(_ entry: inout TOMLTableReader, _ servers: [Plan.Server]) -> String {
        let names = servers.map(\.name)
        guard let name = entry.string("server") else {
            if names.count != 1, !entry.keys.contains("server") { entry.reportMissing("server") }
            return names.first ?? ""
        }
        if !names.isEmpty, !names.contains(name) { entry.report(unknown("server", name, among: names), at: "server") }
        return name
    }

    private func persona(_ entry: inout TOMLTableReader) -> Plan.Persona {
        guard let text = entry.string("persona") else { return .standard }
        guard text.hasSuffix(".mustache") else { return .sentence(text) }
        if !prompts.names.contains(text) { entry.report(unknown("prompt file", text, among: prompts.names), at: "persona") }
        return .file(text)
    }
}

/// The message about a name that nothing has.
func unknown(_ kind: String, _ name: String, among known: [String]) -> String {
    let list = known.isEmpty ? "" : "; there is " + known.map { "'\($0)'" }.joined(separator: ", ")
    return "unknown \(kind) \(OptionValue.text(name).quoted)\(suggestion(for: name, among: known, otherwise: list))"
}
