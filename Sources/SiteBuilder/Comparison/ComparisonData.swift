import AgentRuns
import Bytes
import JSON

/// The samples of all runs as a script that the browser reads to compare any two sides with the same figures as the command.
///
/// A script and not a JSON file, because pages that lie in a folder may load scripts and may not fetch.
struct ComparisonData {
    let model: SiteModel

    static let path = PagePath.data("comparison-samples.js")

    var file: SiteFile {
        var bytes = ByteBuffer()
        bytes.append("sitegenSamples = ")
        json.writeLine(into: &bytes)
        bytes.append(";\n")
        return SiteFile(path: Self.path.text, bytes: bytes)
    }

    private var json: JSON {
        let runs = model.runs
        let samples = runs.map { $0.samples(of: Measure.judged, coldLoadLimit: model.coldLoadLimit) }
        let all = samples.flatMap(\.self)
        let agents = Index(all.map(\.agent).sorted())
        let metrics = Index(all.map(\.metric))
        let kinds = Index(all.compactMap(\.kind))
        let parts = AgentParts(agents.values)
        let rows = zip(runs.indices, samples).flatMap { place, samples in
            samples.map { sample in
                JSON.array([
                    .number(place), .number(agents[sample.agent]), .number(metrics[sample.metric]), .number(sample.kind.map { kinds[$0] } ?? -1),
                    .optional(sample.value),
                ])
            }
        }
        return .object([
            "rules": rules, "metrics": .array(metrics.values.map(\.json)), "kinds": .array(kinds.values.map(\.json)),
            "scenarios": parts.scenarios.json, "models": parts.models.json, "options": .array(parts.options.values.map(\.json)),
            "optionLabels": .array(parts.options.values.map { .string($0.label) }), "slots": parts.slots.json, "programs": parts.programs.json,
            "agents": .array(agents.values.map(parts.json)), "runs": .array(runs.map { .array([.string($0.id), .string($0.suite)]) }),
            "configurations": .array(configurations(parts)), "acknowledged": .array(model.acknowledged.map(\.json)), "samples": .array(rows),
        ])
    }

    private var rules: JSON {
        .object([
            "leastRuns": .number(model.rules.leastRuns), "leastChange": .number(model.rules.leastChange),
            "falseDiscoveryRate": .number(model.rules.falseDiscoveryRate), "intervalConfidence": .number(model.rules.intervalConfidence),
        ])
    }

    /// Slug, title, and which model and options it is.
    private func configurations(_ parts: AgentParts) -> [JSON] {
        model.configurations.compactMap { group in
            guard case .configuration(let configuration) = group.subject else { return nil }
            return .array([
                .string(group.slug), .string(group.subject.name), .number(parts.models[configuration.model]),
                .number(parts.options[configuration.options]),
            ])
        }
    }
}

/// The values that agents are made of, each list in the order in which rows are sorted by it, so that the browser sorts by plain numbers.
private struct AgentParts {
    let scenarios: Index<String?>
    let models: Index<String?>
    let options: Index<SamplingConfiguration>
    let slots: Index<String?>
    let programs: Index<String?>

    init(_ agents: [ComparedAgent]) {
        scenarios = Index(agents.map(\.scenario).sorted { ($0 ?? "") < ($1 ?? "") })
        models = Index(agents.map { $0.configuration?.model }.sorted { ($0 ?? Configuration.unnamedModel) < ($1 ?? Configuration.unnamedModel) })
        let plain = agents.compactMap { $0.configuration?.options }.map { Configuration(model: nil, options: $0) }
        options = Index(plain.sorted().map(\.options))
        slots = Index(agents.map(\.slot).sorted { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") })
        programs = Index(agents.map(\.program).sorted { ($0 ?? "") < ($1 ?? "") })
    }

    /// Places in the lists: scenario, model, options, slot, program.
    func json(_ agent: ComparedAgent) -> JSON {
        .array([
            .number(scenarios[agent.scenario]), .number(models[agent.configuration?.model]),
            .number(agent.configuration.map { options[$0.options] } ?? -1), .number(slots[agent.slot]), .number(programs[agent.program]),
        ])
    }
}

/// Distinct values in the order in which they first come, and the place of each.
private struct Index<Value: Hashable> {
    private(set) var values: [Value] = []
    private var places: [Value: Int] = [:]

    init(_ all: some Sequence<Value>) {
        for value in all where places[value] == nil {
            places[value] = values.count
            values.append(value)
        }
    }

    subscript(_ value: Value) -> Int { places[value] ?? -1 }
}

extension Index<String?> {
    fileprivate var json: JSON { .array(values.map(JSON.optional)) }
}

extension ComparedMetric {
    fileprivate var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "unit": .string(unit), "direction": .string(direction.rawValue), "isShare": .bool(isShare),
            "order": .number(order),
        ])
    }
}

extension SampleKind {
    fileprivate var json: JSON { .array([.string(name), .bool(isJudged)]) }
}

extension Acknowledgement {
    fileprivate var json: JSON { .array([.string(run), .optional(slot), .string(metric.rawValue)]) }
}
