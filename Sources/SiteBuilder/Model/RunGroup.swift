import AgentRuns

/// Executions that share a suite, a model or a configuration, and the name of their page.
struct RunGroup: Sendable {
    enum Subject: Sendable, Hashable {
        case suite(String)
        case model(String)
        case configuration(Configuration)

        var kind: GroupKind {
            switch self {
            case .suite: .suites
            case .model: .models
            case .configuration: .configurations
            }
        }

        /// As it stands in a heading.
        var name: String {
            switch self {
            case .suite(let suite): suite
            case .model(let model): model
            case .configuration(let configuration): configuration.title
            }
        }
    }

    let subject: Subject
    /// The page's path below the folder of its kind, without the ending.
    let slug: String
    /// Oldest first.
    let observations: [Observation]
    /// The runs of the group, each once, oldest first.
    let runs: [Run]
    /// What the configurations differ in, and what they share.
    let options: OptionLabels

    private init(subject: Subject, slug: String, observations: [Observation]) {
        self.subject = subject
        self.slug = slug
        self.observations = observations
        options = OptionLabels(observations.map(\.series.configuration.options))
        runs = observations.reduce(into: []) { runs, observation in
            if runs.last?.id != observation.run.id { runs.append(observation.run) }
        }
    }

    /// How many executions of the group failed.
    var failures: Int { observations.count(where: \.hasFailed) }

    /// Gives every group a slug of its own; where two would be the same, the later one gets a number.
    static func groups(_ members: [(Subject, [Observation])]) -> [RunGroup] {
        var slugs = Slugs(taken: ["index"])
        return members.map { subject, observations in
            RunGroup(subject: subject, slug: slugs.claim(subject.slugBase), observations: observations)
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
