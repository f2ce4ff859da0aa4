import AgentRuns

/// A fact of a run that its surroundings may tell: a field of the run, of its producer or system, or of its executions, or an option.
struct PathField: Sendable {
    let id: String
    let value: @Sendable (Run, AgentExecution) -> OptionValue?
    /// Sets the value of the execution at a place, or takes it away.
    let set: @Sendable (inout Run, Int, OptionValue?) -> Void

    /// The field of an id; anything that is no field is an option as it is written.
    static func field(_ id: String) -> PathField { fields[id] ?? option(id) }

    /// What the importer of a run always says, so that no path may.
    static let saidByImporters: Set<String> = ["slot", "agent", "program", "status", "ttft_definition"]

    private static let fields = Dictionary(uniqueKeysWithValues: table.map { ($0.id, $0) })

    private static let table = [
        PathField(id: "model", value: { $1.model.map(OptionValue.text) }, set: { $0.executions[$1].model = $2?.description }),
        producer("language", \.language), producer("runtime", \.runtime), producer("version", \.version),
        system("os", \.os), system("arch", \.arch),
    ]

    private static func producer(_ id: String, _ field: WritableKeyPath<Producer, String?> & Sendable) -> PathField {
        PathField(
            id: id, value: { run, _ in run.producer[keyPath: field].map(OptionValue.text) },
            set: { run, _, value in run.producer[keyPath: field] = value?.description })
    }

    private static func system(_ id: String, _ field: WritableKeyPath<HostSystem, String?> & Sendable) -> PathField {
        PathField(
            id: id, value: { run, _ in run.system?[keyPath: field].map(OptionValue.text) },
            set: { run, _, value in
                var system = run.system ?? HostSystem()
                system[keyPath: field] = value?.description
                run.system = system
            })
    }

    private static func option(_ id: String) -> PathField {
        PathField(
            id: id, value: { $1.configuration[id] }, set: { $0.executions[$1].configuration[id] = $2 })
    }
}
