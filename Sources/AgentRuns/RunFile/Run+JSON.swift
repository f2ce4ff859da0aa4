import JSON

extension Run {
    /// The run as the object of its file.
    var json: JSON {
        var members: [JSON.Member] = [
            .init("schema", .string(RunFile.schema)),
            .init("id", .string(id)),
            .init("suite", .string(suite)),
            .init("scenario", .optional(scenario)),
            .init("run_number", .optional(runNumber)),
            .init("started_at", .optional(startedAt?.text)),
            .init("producer", producer.json),
            .init("system", system?.json ?? .null),
            .init("executions", .array(executions.map(\.json))),
            .init("provenance", provenance.json),
        ]
        if let coordination { members.append(.init("coordination", coordination.json)) }
        if !documents.isEmpty { members.append(.init("documents", .array(documents.map(JSON.string)))) }
        return .object(members)
    }

    init(json: JSON) throws(JSONError) {
        let executions = try json.requireArray("executions").mapEach { element throws(JSONError) in try AgentExecution(json: element) }
        guard !executions.isEmpty else { throw JSONError("a run has at least one execution", at: json["executions"]?.offset ?? json.offset) }
        self.init(
            id: try json.requirePath("id"),
            suite: try json.requirePath("suite"),
            scenario: try json.optionalString("scenario"),
            runNumber: try json.optionalInteger("run_number"),
            startedAt: try json.optionalTimestamp("started_at"),
            producer: try json.optionalObject("producer").mapValue { value throws(JSONError) in try Producer(json: value) } ?? Producer(),
            system: try json.optionalObject("system").mapValue { value throws(JSONError) in try HostSystem(json: value) },
            executions: executions,
            coordination: try json.optionalObject("coordination").mapValue { value throws(JSONError) in try Coordination(json: value) },
            documents: try json.optionalArray("documents")?.mapEach { element throws(JSONError) in try element.fileName() } ?? [],
            provenance: try Provenance(json: try json.requireObject("provenance"))
        )
        try checkAgreement(json)
    }

    /// What no single value shows: the id lies in the suite and names no page, and no slot occurs twice.
    private func checkAgreement(_ json: JSON) throws(JSONError) {
        guard id.hasPrefix(suite + "/") else {
            throw JSONError("the id '\(id)' must begin with its suite, '\(suite)/'", at: json["id"]?.offset ?? json.offset)
        }
        // Pages and data files have these endings: a folder of such a name would stand where another run has its page.
        if let part = id.split(separator: "/").first(where: { $0.hasSuffix(".html") || $0.hasSuffix(".json") }) {
            throw JSONError("no part of an id ends in .html or .json, as '\(part)' does", at: json["id"]?.offset ?? json.offset)
        }
        var slots: Set<String> = []
        for (execution, element) in zip(executions, json["executions"]?.array ?? []) {
            guard slots.insert(execution.slot).inserted else {
                throw JSONError("two executions have the slot '\(execution.slot)'", at: element["slot"]?.offset ?? element.offset)
            }
        }
    }
}

extension Producer {
    var json: JSON {
        .object([
            "program": .optional(program), "language": .optional(language), "runtime": .optional(runtime), "version": .optional(version),
        ])
    }

    init(json: JSON) throws(JSONError) {
        self.init(
            program: try json.optionalString("program"), language: try json.optionalString("language"),
            runtime: try json.optionalString("runtime"), version: try json.optionalString("version"))
    }
}

extension HostSystem {
    var json: JSON { .object(["os": .optional(os), "arch": .optional(arch)]) }

    init(json: JSON) throws(JSONError) {
        self.init(os: try json.optionalString("os"), arch: try json.optionalString("arch"))
    }
}

extension Coordination {
    var json: JSON {
        .object([
            "wall_s": .optional(wall), "sequential_s": .optional(sequential), "speedup": .optional(speedup),
            "efficiency": .optional(efficiency), "contention": .optional(contention),
        ])
    }

    init(json: JSON) throws(JSONError) {
        self.init(
            wall: try json.optionalDuration("wall_s"), sequential: try json.optionalDuration("sequential_s"),
            speedup: try json.optionalDuration("speedup"), efficiency: try json.optionalDuration("efficiency"),
            contention: try json.optionalBool("contention"))
    }
}

extension Provenance {
    var json: JSON {
        .object([
            "importer": .string(importer), "dialect": .optional(dialect), "notes": .array(notes.map(JSON.string)),
            "sources": .array(
                sources.map { source in
                    .object(["path": .string(source.path), "sha256": .optional(source.sha256), "bytes": .optional(source.bytes)])
                }),
        ])
    }

    init(json: JSON) throws(JSONError) {
        self.init(
            importer: try json.requireString("importer"),
            dialect: try json.optionalString("dialect"),
            sources: try json.optionalArray("sources")?.mapEach { element throws(JSONError) in
                SourceFile(
                    path: try element.requireString("path"), sha256: try element.optionalString("sha256"),
                    bytes: try element.optionalCount("bytes"))
            } ?? [],
            notes: try json.optionalArray("notes")?.mapEach { element throws(JSONError) in try element.text() } ?? [])
    }
}
