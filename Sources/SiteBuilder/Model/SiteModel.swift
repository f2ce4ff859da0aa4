import AgentRuns

/// What there is to show: the runs in their order, and the groups that have pages of their own.
struct SiteModel: Sendable {
    /// Oldest first; runs without any time come first of all, by id.
    let runs: [Run]
    let suites: [RunGroup]
    let models: [RunGroup]
    let configurations: [RunGroup]
    /// Every series with its observations, oldest first.
    let series: [SeriesKey: [Observation]]
    /// The runs before and after each run, by id, in the series of its first agent.
    let neighbours: [String: (previous: Run?, next: Run?)]
    /// The site's own limit from which a load duration makes a call cold; `nil` for what the importer decided.
    let coldLoadLimit: Double?

    init(runs: [Run], coldLoadLimit: Double? = nil) {
        self.coldLoadLimit = coldLoadLimit
        self.runs = runs.sorted(by: Self.isBefore)
        var suites: [String: [Observation]] = [:]
        var models: [String: [Observation]] = [:]
        var configurations: [Configuration: [Observation]] = [:]
        var series: [SeriesKey: [Observation]] = [:]
        for run in self.runs {
            for index in run.executions.indices {
                let observation = Observation(run: run, index: index)
                let key = observation.series
                suites[run.suite, default: []].append(observation)
                models[key.configuration.modelName, default: []].append(observation)
                configurations[key.configuration, default: []].append(observation)
                series[key, default: []].append(observation)
            }
        }
        self.series = series
        neighbours = Self.neighbours(in: series)
        self.suites = RunGroup.groups(suites.sorted { $0.key < $1.key }.map { (.suite($0.key), $0.value) })
        self.models = RunGroup.groups(models.sorted { $0.key < $1.key }.map { (.model($0.key), $0.value) })
        self.configurations = RunGroup.groups(configurations.sorted { $0.key < $1.key }.map { (.configuration($0.key), $0.value) })
    }

    private static func neighbours(in series: [SeriesKey: [Observation]]) -> [String: (previous: Run?, next: Run?)] {
        var neighbours: [String: (previous: Run?, next: Run?)] = [:]
        for observations in series.values where observations.count > 1 {
            for (place, observation) in observations.enumerated() where observation.index == 0 {
                let next = place + 1 < observations.count ? observations[place + 1].run : nil
                neighbours[observation.run.id] = (place > 0 ? observations[place - 1].run : nil, next)
            }
        }
        return neighbours
    }

    private static func isBefore(_ left: Run, _ right: Run) -> Bool {
        switch (left.startedAt, right.startedAt) {
        case (nil, .some): true
        case (.some, nil): false
        case (let a?, let b?) where a != b: a < b
        default: left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }
}

/// Executions that share a suite, a model or a configuration, and the name of their page.
struct RunGroup: Sendable {
    enum Subject: Sendable, Hashable {
        case suite(String)
        case model(String)
        case configuration(Configuration)
    }

    let subject: Subject
    /// The page's path below the folder of its kind, without the ending.
    let slug: String
    /// Oldest first.
    let observations: [Observation]
    /// The runs of the group, each once, oldest first.
    let runs: [Run]

    private init(subject: Subject, slug: String, observations: [Observation]) {
        self.subject = subject
        self.slug = slug
        self.observations = observations
        runs = observations.reduce(into: []) { runs, observation in
            if runs.last?.id != observation.run.id { runs.append(observation.run) }
        }
    }

    /// How many executions of the group failed.
    var failures: Int { observations.count { $0.execution.status == .failed } }

    /// Gives every group a slug of its own; where two would be the same, the later one gets a number.
    fileprivate static func groups(_ members: [(Subject, [Observation])]) -> [RunGroup] {
        var taken: Set<String> = ["index"]
        return members.map { subject, observations in
            let base = subject.slugBase
            var slug = base
            var number = 2
            while !taken.insert(slug.lowercased()).inserted {
                slug = "\(base)-\(number)"
                number += 1
            }
            return RunGroup(subject: subject, slug: slug, observations: observations)
        }
    }
}

extension RunGroup.Subject {
    fileprivate var slugBase: String {
        switch self {
        case .suite(let suite): suite
        case .model(let model): pathPart(model)
        case .configuration(let configuration):
            pathPart(configuration.modelName) + "/" + configuration.options.slug
        }
    }
}

extension SamplingConfiguration {
    /// `num_gpu80-num_ctx512-temperature1`.
    fileprivate var slug: String {
        let set = names.compactMap { name in options[name].map { "\(name)\($0)" } }
        return set.isEmpty ? "server-defaults" : pathPart(set.joined(separator: "-"))
    }
}

/// A text as one part of a path: lower case, with a hyphen for everything that is neither a letter, a digit nor `._-`.
private func pathPart(_ text: String) -> String {
    let mapped = text.lowercased().unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
        default: Character("-")
        }
    }
    let part = String(mapped).drop { $0 == "." || $0 == "-" }
    return part.isEmpty ? "unnamed" : String(part)
}
