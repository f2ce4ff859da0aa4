import AgentRuns
import RunStatistics

/// Changes of one agent's metrics read together: "insight waits 35 to 43 % longer for its first token and generates 26 % slower".
///
/// Separate tables of TTFT, throughput and failures hide that an agent became faster because it fails more; a sentence can't.
struct JointReading {
    /// What was found of one metric of one agent.
    struct Finding {
        /// The agent, as it is called in the sentence.
        let agent: String
        /// What tells the agent from others of the same name: its scenario and configuration.
        let place: String
        let metric: String
        let verdict: VerdictWord
        /// B over A; `nil` for shares.
        let ratio: Double?
        /// For shares: how many of how many on both sides.
        var shares: (a: String, b: String)?
    }

    /// One sentence for each agent and pattern of changes, without its full stop; what became worse first, then by the number of places.
    let sentences: [String]
    /// What the places are: `configurations`.
    private let places: String

    init(_ findings: [Finding], places: String = "configuration") {
        self.places = places
        var sentences: [(isWorse: Bool, weight: Int, text: String)] = []
        var agents: [String] = []
        for finding in findings where !agents.contains(finding.agent) { agents.append(finding.agent) }
        for agent in agents {
            let own = findings.filter { $0.agent == agent }
            let byPlace = Dictionary(grouping: own, by: \.place)
            let patterns = Dictionary(grouping: byPlace.keys.sorted()) { place in Pattern(byPlace[place] ?? []) }
            for (pattern, members) in patterns.sorted(by: { ($1.value.count, $0.key.order) < ($0.value.count, $1.key.order) }) where !pattern.isQuiet
            {
                let findings = members.flatMap { byPlace[$0] ?? [] }
                let text = Self.sentence(agent, pattern, findings)
                sentences.append((!pattern.worse.isEmpty, members.count, text + Self.extent(members.count, of: byPlace.count, places)))
            }
        }
        self.sentences = sentences.sorted { ($0.isWorse ? 0 : 1, -$0.weight) < ($1.isWorse ? 0 : 1, -$1.weight) }.map(\.text)
    }

    /// The sentences as one text: `Insight waits longer …. Collector ….`
    var text: String { sentences.map { $0.capitalizedFirst + "." }.joined(separator: " ") }

    /// Which metrics became worse and which better, which makes places alike.
    private struct Pattern: Hashable {
        let worse: Set<String>
        let better: Set<String>

        init(_ findings: [Finding]) {
            worse = Set(findings.filter { $0.verdict == .regression }.map(\.metric))
            better = Set(findings.filter { $0.verdict == .improvement }.map(\.metric))
        }

        var isQuiet: Bool { worse.isEmpty && better.isEmpty }
        var order: String { worse.sorted().joined() + "|" + better.sorted().joined() }
    }

    private static func sentence(_ agent: String, _ pattern: Pattern, _ findings: [Finding]) -> String {
        let changed =
            MetricPhrase.order.filter { pattern.worse.contains($0) || pattern.better.contains($0) }
            + pattern.worse.union(pattern.better).filter { !MetricPhrase.order.contains($0) }.sorted()
        var text = agent
        var previous: Bool?
        for (index, metric) in changed.enumerated() {
            let isWorse = pattern.worse.contains(metric)
            let phrase = MetricPhrase.phrase(metric, isWorse: isWorse, findings.filter { $0.metric == metric })
            let isLast = index == changed.count - 1
            let link = previous == nil ? " " : previous != isWorse ? ", but " : isLast ? " and " : ", "
            text += link + phrase
            previous = isWorse
        }
        return text
    }

    private static func extent(_ count: Int, of all: Int, _ places: String) -> String {
        if all == 1 { return "" }
        if count == all { return all == 2 ? ", in both \(places)s" : ", in all \(spelled(all)) \(places)s" }
        return ", in \(spelled(count)) of \(spelled(all)) \(places)s"
    }
}

extension String {
    /// The text with a capital at its start, for the start of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
