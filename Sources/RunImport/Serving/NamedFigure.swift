import AgentRuns
import JSON

/// A figure that stands in a column or a field which no format knows, told by its name and its unit.
struct NamedFigure: Sendable, Hashable {
    var metric: MetricID
    var unit: String
    var mean: Double
    var deviation: Double?
}

extension ServingRecord {
    /// Takes what was measured of energy and memory beside the requests. Of other numbers under unknown names nothing can be said: a tool has many
    /// that it counts for itself.
    mutating func takeEnergy(from object: JSON) {
        for member in object.members ?? [] { takeEnergy(member.key, member.value) }
    }

    mutating func takeEnergy(_ key: String, _ value: JSON) {
        guard let number = value.number, number.isFinite, let heading = FigureHeading(key), Self.energies.contains(heading.metric) else { return }
        setFigure(heading.figure(of: number))
    }

    private static let energies: Set<MetricID> = [.power, .energy, .energyPerToken, .tokensPerJoule, .memory]
}
