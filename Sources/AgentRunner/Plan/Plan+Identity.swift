import AgentRuns
import Bytes
import JSON

extension Plan {
    /// Where the runs of a configuration lie: `local/sizes/chimera_homo_ctx512_temp0.8`.
    ///
    /// An option that the agents have in different values stands there with all of them: `temp0.6-vs-1`.
    func runFolder(of agents: [Agent]) -> String {
        let configurations = agents.map(\.configuration)
        let checked = PlanOption.all.map { (name: $0.name, short: $0.short) }
        let others = Set(configurations.flatMap(\.options.keys)).subtracting(checked.map(\.name)).sorted()
        let parts = (checked + others.map { ($0, "\(Self.part($0))=") }).compactMap { option -> String? in
            let values = configurations.map { $0[option.name].map { Self.part($0.description) } }
            guard values.contains(where: { $0 != nil }) else { return nil }
            let words = values.map { $0 ?? "default" }
            return option.short + (Set(words).count == 1 ? words[0] : words.joined(separator: "-vs-"))
        }
        let name = ([scenario.rawValue] + (parts.isEmpty ? ["defaults"] : parts)).joined(separator: "_")
        return "\(suite)/\(shortened(name))"
    }

    /// A name or a value as it can stand in a folder's name: what is long, or has other characters, by its hash.
    private static func part(_ text: String) -> String {
        let isFit = text.utf8.count <= 30 && text.wholeMatch(of: /[A-Za-z0-9_+\-]([A-Za-z0-9._+\-]*[A-Za-z0-9_+\-])?/) != nil
        let hasEnding = [".html", ".json"].contains { text.hasSuffix($0) }
        return isFit && !hasEnding ? text : String(hash(text).prefix(8))
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
            return JSON.array([.string(axis.option), .array(axis.values.map { .string(OptionValue(stored: $0).description) }), slots])
        }
        var text = ByteBuffer()
        JSON.array([
            .string(suite), .string(scenario.rawValue), .string(ingest.lastComponent?.string ?? ""), .optional(seed),
            .string(coldStart.rawValue), .number(warmUp), .array(servers), .array(agents), .array(axes), .string(prompts.fingerprint),
        ]).writeLine(into: &text)
        return Self.hash(text.string)
    }

    static func hash(_ text: String) -> String {
        String(SourceFile.hash(of: text).prefix(16))
    }
}
