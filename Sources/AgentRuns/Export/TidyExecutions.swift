import JSON

/// Reads back the records that `RunExport(.executions, as: .jsonl)` wrote.
///
/// The records hold what belongs to executions; how the agents got on together, and the single calls, are not in them and do not come back.
public enum TidyExecutions {
    /// What a run's provenance names as its importer when it was read from such records.
    public static let importer = "tidy"

    /// Puts the executions of neighbouring lines together to runs.
    ///
    /// - Parameter records: one object a line, in the order of the file.
    /// - Returns: one run for each run id, in the order in which they first occur.
    public static func runs(from records: [JSON]) throws(JSONError) -> [Run] {
        var runs: [Run] = []
        var indices: [String: Int] = [:]
        for record in records {
            let execution = try execution(record)
            let id = try record.requirePath("run")
            if let index = indices[id] {
                guard !runs[index].executions.contains(where: { $0.slot == execution.slot }) else {
                    throw JSONError("the run '\(id)' has two executions with the slot '\(execution.slot)'", at: record.offset)
                }
                runs[index].executions.append(execution)
                runs[index].startedAt = [runs[index].startedAt, execution.timestamp].compactMap(\.self).min()
            } else {
                indices[id] = runs.count
                runs.append(try run(id, record, execution))
            }
        }
        return runs
    }

    private static func run(_ id: String, _ record: JSON, _ execution: AgentExecution) throws(JSONError) -> Run {
        Run(
            id: id,
            suite: try record.requirePath("suite"),
            scenario: try record.optionalString("scenario"),
            runNumber: try record.optionalInteger("run_number"),
            startedAt: execution.timestamp,
            producer: Producer(language: try record.optionalString("language"), runtime: try record.optionalString("runtime")),
            executions: [execution],
            provenance: Provenance(
                importer: importer,
                dialect: try record.optionalString("dialect"),
                sources: try record.optionalArray("sources")?.mapEach { element throws(JSONError) in
                    SourceFile(path: try element.text())
                } ?? []))
    }

    private static func execution(_ record: JSON) throws(JSONError) -> AgentExecution {
        var members = record.members ?? []
        members.removeAll { $0.key == "calls" || $0.key == "cold" }
        var execution = try AgentExecution(json: JSON(.object(members), offset: record.offset))
        execution.callCount = try record.optionalCount("calls")
        execution.coldCount = try record.optionalCount("cold")
        return execution
    }
}
