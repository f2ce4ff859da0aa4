import AgentRuns
import Bytes
import JSON
import RunStatistics

/// The samples of all runs as a script that the browser reads to compare any two sides with the same figures as the command.
///
/// A script and not a JSON file, because pages that lie in a folder may load scripts and may not fetch. What repeats is written once and named
/// by its place in a list: a run is its suite, the rest of its id, its shape, its versions, and one value for each sample of that shape. Every list
/// of values stands in their order, so that the browser sorts by plain numbers.
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
        let samples = model.runs.map { $0.samples(of: Measure.judged, in: model) }
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
        let measured = model.runs.map { MeasuredVersions(model.observations(of: $0)) }
        let versions = Index(measured)
        let versionLists = FactLists(of: versions.values.flatMap(\.parts), names: MeasuredVersions.fields)
        let runs = model.runs.indices.map { place in
            let run = model.runs[place]
            let head: [JSON] = [
                .number(suites[run.suite]), .string(String(run.id.dropFirst(run.suite.count + 1))), .number(distinctShapes[shapes[place]]),
                .number(versions[measured[place]]),
            ]
            return JSON.array(head + samples[place].map { $0.json })
        }
        return .object([
            "rules": rules, "metrics": .array(metrics.values.map(\.json)), "kinds": .array(kinds.values.map(\.json)),
            "scenarios": parts.scenarios.json, "models": parts.models.json, "settings": parts.settings.json,
            "options": .array(parts.options.values.map(parts.pairs)),
            "slots": parts.slots.json, "programs": parts.programs.json, "agents": .array(agents.values.map(parts.json)),
            "configurations": .array(configurations(parts)), "acknowledged": .array(model.acknowledged.map(\.json)),
            "excluded": .array(model.excluded.map(\.json)),
            "versionFields": versionLists.json, "versions": .array(versions.values.map { versionLists.pairs($0.parts) }),
            "suites": .array(suites.values.map(JSON.string)),
            "shapes": .array(distinctShapes.values.map { shape in .array(shape.map { .array($0.map(JSON.number)) }) }),
            "runs": .array(runs),
        ])
    }

    private var rules: JSON {
        .object([
            "leastRuns": .number(model.rules.leastRuns), "leastPairs": .number(model.rules.leastPairs),
            "leastChange": .number(model.rules.leastChange),
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
    let slots: Index<String?>
    let programs: Index<String?>
    let settings: FactLists
    let options: Index<SamplingConfiguration>

    init(_ agents: [ComparedAgent]) {
        func index(_ fact: ComparedFact) -> Index<String?> {
            Index([OptionValue?].inOrder(Set(agents.map { $0[fact] })).map { $0?.description })
        }
        scenarios = index(.scenario)
        models = index(.model)
        slots = index(.slot)
        programs = index(.program)
        options = Index(agents.map(\.options))
        settings = FactLists(of: options.values.flatMap(\.parts), names: options.values.optionNames)
    }

    /// Places in the lists: scenario, model, options, slot, program; no slot for the agents of a run together.
    func json(_ agent: ComparedAgent) -> JSON {
        .array([
            .number(scenarios[agent.scenario]), .number(models[agent.model]), .number(options[agent.options]),
            .number(agent.isTogether ? -1 : slots[agent.slot]), .number(programs[agent.program]),
        ])
    }

    func pairs(_ options: SamplingConfiguration) -> JSON { settings.pairs(options.parts) }
}

/// Options or versions, each with its values in their order, so that one that is set is two numbers: its place, and that of its value.
private struct FactLists {
    private let lists: [(name: String, values: Index<OptionValue>)]
    private let places: [String: Int]

    /// - Parameter names: the order of the lists.
    init(of parts: [(name: String, value: OptionValue)], names: [String]) {
        let byName = Dictionary(grouping: parts, by: \.name).mapValues { Set($0.map(\.value)) }
        lists = names.compactMap { name in byName[name].map { (name, Index($0.sorted { $0.isBefore($1) })) } }
        places = Dictionary(uniqueKeysWithValues: lists.enumerated().map { ($0.element.name, $0.offset) })
    }

    func pairs(_ parts: [(name: String, value: OptionValue)]) -> JSON {
        .array(
            parts.flatMap { part in
                places[part.name].map { place in [JSON.number(place), .number(lists[place].values[part.value])] } ?? []
            })
    }

    var json: JSON {
        .array(
            lists.map { name, values in
                let fact = ComparedFact.option(name)
                return .object([
                    "name": .string(name), "isWork": .bool(fact.isWork), "isSpokenAlone": .bool(fact.isSpokenAlone),
                    "missing": .string(fact.missing), "values": .array(values.values.map(\.json)),
                ])
            })
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
    /// The options that are set, in the order of labels.
    fileprivate var parts: [(name: String, value: OptionValue)] { names.compactMap { name in self[name].map { (name, $0) } } }
}

extension ComparisonSample {
    /// A value; of a share what failed and what was tried, or 1 or 0 where that is one.
    fileprivate var json: JSON {
        guard let attempts else { return .optional(value) }
        return attempts.of == 1 ? .number(attempts.failed) : .array([.number(attempts.failed), .number(attempts.of)])
    }
}

extension ComparedMetric {
    fileprivate var json: JSON {
        .object([
            "id": .string(id), "name": .string(name), "unit": .string(unit), "direction": .string(direction.rawValue), "isShare": .bool(isShare),
            "order": .number(order), "base": .string(base.rawValue), "followsFromWallTime": .bool(followsFromWallTime),
        ])
    }
}

extension SampleKind {
    fileprivate var json: JSON { .array([.string(name), .bool(isJudged)]) }
}

extension Exclusion {
    fileprivate var json: JSON { .array([.string(run), .optional(slot), .optional(metric?.rawValue), .string(reason)]) }
}

extension Acknowledgement {
    fileprivate var json: JSON { .array([.string(run), .optional(slot), .string(metric.rawValue), .optional(reason)]) }
}
