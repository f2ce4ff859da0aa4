import AgentRuns
import Bytes
import JSON
import RunStatistics

/// The samples of all runs as a script that the browser reads to compare any two sides with the same figures as the command.
///
/// A script and not a JSON file, because pages that lie in a folder may load scripts and may not fetch. What repeats is written once and named
/// by its place in a list: a run is its suite, the rest of its id, its shape, and one value for each sample of that shape. Every list that rows
/// are sorted by stands in the order of the rows, so that the browser sorts by plain numbers.
struct ComparisonData {
    let model: SiteModel

    static let path = PagePath.data("comparison-samples.js")

    var file: SiteFile {
        var bytes = ByteBuffer()
        bytes.append("var sitegenSamples = ")
        json.writeLine(into: &bytes)
        bytes.append(";\n")
        return SiteFile(path: Self.path.text, bytes: bytes)
    }

    private var json: JSON {
        let samples = model.runs.map { $0.samples(of: Measure.judged) }
        let all = samples.flatMap(\.self)
        let agents = Index(all.map(\.agent))
        let metrics = Index(all.map(\.metric))
        let kinds = Index(Index(all.compactMap(\.kind)).values.sorted { $0.name < $1.name })
        let suites = Index(model.runs.map(\.suite))
        let parts = AgentParts(agents.values)
        let shapes = samples.map { samples in
            samples.map { [agents[$0.agent], metrics[$0.metric], $0.kind.map { kinds[$0] } ?? -1] }
        }
        let distinctShapes = Index(shapes)
        let runs = model.runs.indices.map { place in
            let run = model.runs[place]
            let head: [JSON] = [
                .number(suites[run.suite]), .string(String(run.id.dropFirst(run.suite.count + 1))), .number(distinctShapes[shapes[place]]),
            ]
            return JSON.array(head + samples[place].map { .optional($0.value) })
        }
        return .object([
            "rules": rules, "metrics": .array(metrics.values.map(\.json)), "kinds": .array(kinds.values.map(\.json)),
            "scenarios": parts.scenarios.json, "models": parts.models.json, "options": .array(parts.options.values.map(\.pairs)),
            "slots": parts.slots.json, "programs": parts.programs.json, "agents": .array(agents.values.map(parts.json)),
            "configurations": .array(configurations(parts)), "acknowledged": .array(model.acknowledged.map(\.json)),
            "suites": .array(suites.values.map(JSON.string)),
            "shapes": .array(distinctShapes.values.map { shape in .array(shape.map { .array($0.map(JSON.number)) }) }),
            "runs": .array(runs),
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

/// The values that agents are made of, each list in the order in which rows are sorted by it.
private struct AgentParts {
    let scenarios: Index<String?>
    let models: Index<String?>
    let options: Index<SamplingConfiguration>
    let slots: Index<String?>
    let programs: Index<String?>

    init(_ agents: [ComparedAgent]) {
        scenarios = Index(agents.map(\.scenario).sorted { ($0 ?? "") < ($1 ?? "") })
        models = Index(agents.map(\.model).sorted { ($0 ?? Configuration.unnamedModel) < ($1 ?? Configuration.unnamedModel) })
        let plain = Set(agents.compactMap(\.options)).map { Configuration(model: nil, options: $0) }
        options = Index(plain.sorted().map(\.options))
        slots = Index(agents.map(\.slot).sorted { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") })
        programs = Index(agents.map(\.program).sorted { ($0 ?? "") < ($1 ?? "") })
    }

    /// Places in the lists: scenario, model, options, slot, program.
    func json(_ agent: ComparedAgent) -> JSON {
        .array([
            .number(scenarios[agent.scenario]), .number(models[agent.model]),
            .number(agent.options.map { options[$0] } ?? -1), .number(slots[agent.slot]), .number(programs[agent.program]),
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

extension SamplingConfiguration {
    /// The names and values of the options that are set, in the order of labels.
    fileprivate var pairs: JSON {
        .array((json.members ?? []).filter { !$0.value.isNull }.map { .array([.string($0.key), $0.value]) })
    }
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
    fileprivate var json: JSON { .array([.string(run), .optional(slot), .string(metric.rawValue), .optional(reason)]) }
}
