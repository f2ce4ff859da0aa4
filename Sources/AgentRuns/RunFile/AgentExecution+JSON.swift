public import JSON

extension AgentExecution {
    var json: JSON {
        var members: [JSON.Member] = [
            .init("slot", .string(slot)),
            .init("agent", .optional(agent)),
            .init("model", .optional(model)),
            .init("status", .string(status.rawValue)),
            .init("configuration", configuration.json),
            .init("ttft_definition", .string(ttftDefinition.rawValue)),
            .init("metrics", .object(metrics.map { JSON.Member($0.key.rawValue, $0.value.json) })),
            .init("calls", .array(calls.map(\.json))),
            .init("report", .optional(report?.file)),
        ]
        if let error { members.append(.init("error", .string(error))) }
        if let timestamp { members.append(.init("timestamp", .string(timestamp.text))) }
        if let callCount { members.append(.init("call_count", .number(callCount))) }
        if let coldCount { members.append(.init("cold_count", .number(coldCount))) }
        if !workflow.isEmpty { members.append(.init("workflow_s", .object(workflow.map { JSON.Member($0.key, .number($0.value)) }))) }
        if let analysed { members.append(.init("analysed", analysed.json)) }
        if let report, !report.modelWritten.isEmpty {
            let lines = report.modelWritten.map { JSON.array([.number($0.lowerBound), .number($0.upperBound)]) }
            members.append(.init("report_model_lines", .array(lines)))
        }
        return .object(members)
    }

    init(json: JSON) throws(JSONError) {
        self.init(
            slot: try json.requireString("slot"),
            agent: try json.optionalString("agent"),
            model: try json.optionalString("model"),
            status: try json.requireWord("status"),
            error: try json.optionalString("error"),
            configuration: try json.optionalObject("configuration")
                .mapValue { value throws(JSONError) in try SamplingConfiguration(json: value) } ?? SamplingConfiguration(),
            ttftDefinition: try json.requireWord("ttft_definition"),
            timestamp: try json.optionalTimestamp("timestamp"),
            metrics: try Self.metrics(try json.requireObject("metrics")),
            calls: try json.optionalArray("calls")?.mapEach { element throws(JSONError) in try Call(json: element) } ?? [],
            callCount: try json.optionalCount("call_count"),
            coldCount: try json.optionalCount("cold_count"),
            workflow: try json.numbers("workflow_s"),
            analysed: try json.optionalObject("analysed").mapValue { value throws(JSONError) in try AnalysedData(json: value) },
            report: try Self.report(json)
        )
    }

    private static func metrics(_ json: JSON) throws(JSONError) -> [MetricID: MetricSummary] {
        var metrics: [MetricID: MetricSummary] = [:]
        for member in json.members ?? [] {
            let id = MetricID(rawValue: member.key)
            let summary = try MetricSummary(json: member.value)
            if let known = Metric(id), known.unit != summary.unit {
                let place = member.value["unit"]?.offset ?? member.value.offset
                throw JSONError("'\(member.key)' is measured in \(known.unit), not in '\(summary.unit)'", at: place)
            }
            metrics[id] = summary
        }
        return metrics
    }

    private static func report(_ json: JSON) throws(JSONError) -> Report? {
        guard let file = try json.optionalString("report"), let member = json["report"] else { return nil }
        _ = try member.fileName()
        let lines = try json.optionalArray("report_model_lines")?.mapEach { element throws(JSONError) in
            guard let bounds = element.array, bounds.count == 2, let first = bounds[0].integer, let last = bounds[1].integer,
                1 <= first, first <= last
            else { throw JSONError("expected the first and the last line of a stretch, such as [12, 95]", at: element.offset) }
            return first...last
        }
        return Report(file: file, modelWritten: lines ?? [])
    }
}

extension SamplingConfiguration {
    /// The standard options are always there, null when they were left to the server.
    public var json: JSON {
        .object(names.map { JSON.Member($0, options[$0]?.json ?? .null) })
    }

    init(json: JSON) throws(JSONError) {
        var options: [String: OptionValue] = [:]
        for member in json.members ?? [] {
            switch member.value.value {
            case .null: continue
            case .number(let value): options[member.key] = .number(value)
            case .string(let value): options[member.key] = .text(value)
            case .bool(let value): options[member.key] = .flag(value)
            case .array, .object:
                throw JSONError("the option '\(member.key)' must be a plain value, not \(member.value.kindName)", at: member.value.offset)
            }
        }
        self.init(options)
    }
}

extension OptionValue {
    /// The plain value that it is in a file.
    public var json: JSON {
        switch self {
        case .number(let value): .number(value)
        case .text(let value): .string(value)
        case .flag(let value): .bool(value)
        }
    }
}

extension MetricSummary {
    var json: JSON {
        var members = [JSON.Member("unit", .string(unit))]
        if let n { members.append(.init("n", .number(n))) }
        members += present.map { JSON.Member($0.statistic.rawValue, .optional($0.value)) }
        return .object(members)
    }

    init(json: JSON) throws(JSONError) {
        var statistics: [Statistic: Double?] = [:]
        for statistic in Statistic.allCases where json[statistic.rawValue] != nil {
            statistics.updateValue(try json.optionalNumber(statistic.rawValue), forKey: statistic)
        }
        self.init(unit: try json.requireString("unit"), n: try json.optionalCount("n"), statistics)
        if let deviation = self[.stddev], deviation < 0 {
            throw JSONError("a standard deviation is not negative", at: json["stddev"]?.offset ?? json.offset)
        }
    }
}

extension AnalysedData {
    var json: JSON {
        var members: [JSON.Member] = []
        if !files.isEmpty { members.append(.init("files", .object(files.map { JSON.Member($0.key, .number($0.value)) }))) }
        if !latest.isEmpty { members.append(.init("latest", .object(latest.map { JSON.Member($0.key, .string($0.value)) }))) }
        if !names.isEmpty { members.append(.init("names", .array(names.map(JSON.string)))) }
        if !values.isEmpty { members.append(.init("values", .object(values.map { JSON.Member($0.key, .number($0.value)) }))) }
        return .object(members)
    }

    init(json: JSON) throws(JSONError) {
        var latest: [String: String] = [:]
        for member in try json.optionalObject("latest")?.members ?? [] { latest[member.key] = try member.value.text() }
        self.init(
            files: try json.numbers("files").mapValues { Int($0) },
            latest: latest,
            names: try json.optionalArray("names")?.mapEach { element throws(JSONError) in try element.text() } ?? [],
            values: try json.numbers("values"))
    }
}
