import AgentRuns

/// The versions that the executions of a run were made with, which the pairing of a comparison takes no notice of.
struct MeasuredVersions: Sendable, Hashable {
    private let byField: [String: Set<OptionValue>]

    /// The fields that name a version, in their order.
    static let fields = RunField.versions.map(\.id)

    init(_ observations: [Observation]) {
        byField = RunField.versions.reduce(into: [:]) { versions, field in
            let values = Set(observations.compactMap { field.value($0).map { OptionValue.text($0.description) } })
            if !values.isEmpty { versions[field.id] = values }
        }
    }

    /// `nil` alone where none is recorded.
    func values(of field: String) -> [OptionValue?] { byField[field].map(Array.init) ?? [nil] }

    /// Each version with its field, in the order of the fields.
    var parts: [(name: String, value: OptionValue)] {
        Self.fields.flatMap { field in (byField[field] ?? []).sorted { $0.isBefore($1) }.map { (field, $0) } }
    }
}
