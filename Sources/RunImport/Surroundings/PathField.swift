import AgentRuns

/// A fact of a run that its surroundings may tell: a field of the run, of its producer or system, or of its executions, or an option.
struct PathField: Sendable {
    private let field: RunField
    /// Sets the value of the execution at a place, or takes it away.
    let set: @Sendable (inout Run, Int, OptionValue?) -> Void

    func value(_ run: Run, _ execution: AgentExecution) -> OptionValue? { field.value(of: execution, in: run) }

    /// The field of an id; anything that no path can set as a field is an option as it is written.
    static func field(_ id: String) -> PathField {
        if let set = setters[id], let field = RunField.field(id) { return PathField(field: field, set: set) }
        return PathField(field: .option(id)) { $0.executions[$1].configuration[id] = $2 }
    }

    /// What the importer of a run always says, so that no path may.
    static let saidByImporters: Set<String> = ["slot", "agent", "program", "status", "ttft_definition"]

    private static let setters: [String: @Sendable (inout Run, Int, OptionValue?) -> Void] = [
        "model": { $0.executions[$1].model = $2?.description },
        "language": { run, _, value in run.producer.language = value?.description },
        "runtime": { run, _, value in run.producer.runtime = value?.description },
        "version": { run, _, value in run.producer.version = value?.description },
        "os": { run, _, value in run.system = (run.system ?? HostSystem()).with(\.os, value?.description) },
        "arch": { run, _, value in run.system = (run.system ?? HostSystem()).with(\.arch, value?.description) },
    ]
}

extension HostSystem {
    fileprivate func with(_ field: WritableKeyPath<HostSystem, String?>, _ value: String?) -> HostSystem {
        var system = self
        system[keyPath: field] = value
        return system
    }
}
