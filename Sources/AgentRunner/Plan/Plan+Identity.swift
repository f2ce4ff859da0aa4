import AgentRuns
import Bytes
import JSON

extension Plan {
    /// Where the runs of a configuration lie: `local/sizes/chimera_homo_ctx512_temp0.8`.
    ///
    /// An option that the agents have in different values stands there with all of them: `temp0.6-vs-1`.
    func runFolder(of agents: [Agent]) -> String {
        let parts = PlanOption.all.compactMap { option -> String? in
            let values = agents.map { $0.configuration[option.name]?.description ?? "default" }
            guard values.contains(where: { $0 != "default" }) else { return nil }
            return option.short + (Set(values).count == 1 ? values[0] : values.joined(separator: "-vs-"))
        }
        let name = ([scenario.rawValue] + (parts.isEmpty ? ["defaults"] : parts)).joined(separator: "_")
        return "\(suite)/\(shortened(name))"
    }

    /// Folder names end somewhere; what is cut off is told apart by its hash.
    private func shortened(_ name: String) -> String {
        guard name.utf8.count > 180 else { return name }
        return "\(name.prefix(150))_\(Self.hash(name))"
    }

    /// What makes two plans' runs the same measurement, as 16 hexadecimal digits.
    ///
    /// The number of repetitions, timeouts, budgets and keys are left out: a plan whose limits were changed can be resumed.
    func fingerprint(prompts: PromptLibrary) -> String {
        let servers = servers.map { server in
            let place = server.api == .replay ? server.transcript?.lastComponent?.string ?? "" : server.url
            return JSON.array([.string(server.name), .string(place), .string(server.api.rawValue)])
        }
        let agents = agents.map { agent in
            JSON.array([
                .string(agent.slot), .string(agent.name), .string(agent.model), .string(agent.server), agent.configuration.json,
                .string("\(agent.persona)"), .optional(agent.tokenLimit),
            ])
        }
        let axes = grid.axes.map { axis in
            let slots = axis.slots.map { JSON.array($0.sorted().map(JSON.string)) } ?? .null
            return JSON.array([.string(axis.option), .array(axis.values.map { .string($0.description) }), slots])
        }
        var text = ByteBuffer()
        JSON.array([
            .string(suite), .string(scenario.rawValue), .string(ingest.lastComponent?.string ?? ""), .optional(seed),
            .string(coldStart.rawValue), .number(warmUp), .array(servers), .array(agents), .array(axes), .string(prompts.fingerprint),
        ]).writeLine(into: &text)
        return Self.hash(text.string)
    }

    static func hash(_ text: String) -> String {
        String((SourceFile(path: "", content: Array(text.utf8)).sha256 ?? "").prefix(16))
    }
}
