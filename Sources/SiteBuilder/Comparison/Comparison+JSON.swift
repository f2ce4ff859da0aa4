import AgentRuns
import Bytes
import JSON
import RunStatistics

extension Comparison {
    /// `{"a", "b", "tested", "q", "rows": […]}`, with every figure in full.
    var json: JSON {
        let across = Set(subject.across.map(\.fact))
        return .object([
            "a": .string(a.name), "b": .string(b.name), "tested": .number(tested), "q": .number(rules.falseDiscoveryRate),
            "rows": .array(rowsByCertainty.map { $0.json(across: across, withKind: isOfNewestRuns) }),
        ])
    }
}

extension Comparison {
    /// The JSON as it is printed and stored.
    var text: ByteBuffer {
        .markup { output in
            json.write(into: &output)
            output.append("\n")
        }
    }

    /// The rows flat, for spreadsheets.
    var table: DataTable {
        DataTable(
            columns: [
                "scenario", "slot", "model", "configuration", "metric", "unit", "direction", "a_n", "a_center", "a_lower", "a_upper", "b_n",
                "b_center",
                "b_lower", "b_upper", "difference", "ratio", "lower", "upper", "p", "p_adjusted", "verdict", "acknowledged",
            ],
            rows: rowsByCertainty.map(\.flat))
    }
}

extension ComparisonRow {
    fileprivate var flat: [JSON] {
        [
            .optional(agent.scenario), .optional(agent.role), .optional(agent.model), .string(configurationText),
            .string(metric.id), .string(metric.unit), .string(metric.direction.rawValue),
            .number(a?.n ?? 0), .optional(a?.value), .optional(a?.interval?.lower), .optional(a?.interval?.upper), .number(b?.n ?? 0),
            .optional(b?.value), .optional(b?.interval?.lower), .optional(b?.interval?.upper), .optional(difference?.difference),
            .optional(difference?.ratio), .optional(difference?.interval?.lower), .optional(difference?.interval?.upper),
            .optional(difference?.p), .optional(pAdjusted), .string(verdict.rawValue), .bool(acknowledgement != nil),
        ]
    }

    /// The configuration, or over which ones the row is: `num_gpu 60, over 17 shared configurations`.
    private var configurationText: String {
        guard let shared else { return agent.options.label }
        return [agent.options.options.isEmpty ? nil : agent.options.label, shared.phrase].compactMap(\.self).joined(separator: ", ")
    }

    /// - Parameters:
    ///   - across: what the sides are compared across, of which a row has no value.
    ///   - withKind: whether rows say what became of the level, and since when, as those of the newest state of series do.
    fileprivate func json(across: Set<ComparedFact>, withKind: Bool) -> JSON {
        let row = JSON.object([
            "run": .optional(run?.id), "suite": .optional(run?.suite), "scenario": .optional(agent.scenario), "slot": .optional(agent.role),
            "model": .optional(agent.model), "configuration": agent.configuration(without: across.union(shared?.varying ?? [])),
            "metric": .string(metric.id), "unit": .string(metric.unit), "direction": .string(metric.direction.rawValue),
            "a": Self.json(a), "b": Self.json(b), "difference": .optional(difference?.difference), "ratio": .optional(difference?.ratio),
            "interval": Self.json(difference?.interval), "p": .optional(difference?.p), "p_adjusted": .optional(pAdjusted),
            "verdict": .string(verdict.rawValue), "acknowledged": .bool(acknowledgement != nil),
        ])
        if let shared { return .object((row.members ?? []) + shared.members(across: across)) }
        guard withKind else { return row }
        return .object((row.members ?? []) + [JSON.Member("kind", .optional(kind?.rawValue)), JSON.Member("since", .optional(since))])
    }

    private static func json(_ center: Center?) -> JSON {
        .object(["n": .number(center?.n ?? 0), "center": .optional(center?.value), "interval": json(center?.interval)])
    }

    private static func json(_ interval: Interval?) -> JSON {
        interval.map { .array([.number($0.lower), .number($0.upper)]) } ?? .null
    }
}

extension SharedConfigurations {
    /// What a row over shared configurations has besides what every row has.
    fileprivate func members(across: Set<ComparedFact>) -> [JSON.Member] {
        let outlying = outlying.map { each in
            JSON.object([
                "configuration": each.agent.configuration(without: across), "model": .optional(each.agent.model), "ratio": .number(each.ratio),
                "p": .number(each.p),
            ])
        }
        return [JSON.Member("pairs", .number(count)), JSON.Member("outlying", .array(outlying))]
    }
}

extension ComparedAgent {
    /// All options; of those that are left out not even that they were not set, which nobody can say.
    fileprivate func configuration(without facts: Set<ComparedFact>) -> JSON {
        .object((options.json.members ?? []).filter { !$0.value.isNull || !facts.contains(.option($0.key)) })
    }
}
