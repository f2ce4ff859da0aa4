import AgentRuns

/// The versions that an execution was made with: what a history runs over.
struct RunVersion: Sendable, Hashable {
    struct Part: Sendable, Hashable {
        let field: String
        let value: String
    }

    /// In the order of the table of fields; never empty. The branch is none of them.
    let parts: [Part]

    /// - Returns: `nil` where the source names no version.
    init?(_ observation: Observation) {
        parts = Self.fields.compactMap { field in field.value(observation).map { Part(field: field.id, value: $0.description) } }
        if parts.isEmpty { return nil }
    }

    private static let fields = RunField.versions.filter { $0.id != "branch" }

    /// `1c1409e1 (6865)`; several parts each with its name: `build 1c1409e1, image v0.9`.
    var label: String {
        parts.count == 1 ? parts[0].value : parts.map { "\($0.field) \($0.value)" }.joined(separator: ", ")
    }

    /// The id of the commit, where one of the parts is or begins with one.
    var commit: String? {
        for part in parts where part.field == "commit" || part.field == "build" {
            let word = part.value.prefix { $0.isHexDigit }
            let isWhole = word.endIndex == part.value.endIndex || part.value[word.endIndex] == " "
            if isWhole, (7...64).contains(word.count) { return String(word) }
        }
        return nil
    }

    /// What differs from another version, as it stands in a sentence: `build 6865 to 7356`.
    func difference(from earlier: RunVersion) -> String? {
        let changes = parts.compactMap { part -> String? in
            guard let before = earlier.parts.first(where: { $0.field == part.field }) else { return "\(part.field) \(part.value)" }
            return before.value == part.value ? nil : "\(part.field) \(before.value) to \(part.value)"
        }
        return changes.isEmpty ? nil : changes.joined(separator: ", ")
    }
}

extension Observation {
    /// The branch that was measured, where the source says so.
    var branch: String? { execution.configuration["branch"]?.description }
}
