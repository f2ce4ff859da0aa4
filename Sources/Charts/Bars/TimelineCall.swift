/// One bar of a timeline; its times are in the chart's quantity.
public struct TimelineCall: Sendable, Hashable {
    /// The stage: "analysis".
    public var name: String
    /// From the start of the first call of all.
    public var start: Double
    public var duration: Double
    /// How much of the duration passed before the first token; `nil` where it was not measured.
    public var toFirstToken: Double?
    public var tokens: Int?
    /// In tokens per second.
    public var throughput: Double?

    /// Times that are not finite count as zero.
    public init(name: String, start: Double, duration: Double, toFirstToken: Double?, tokens: Int? = nil, throughput: Double? = nil) {
        self.name = name
        self.start = start.isFinite ? max(start, 0) : 0
        self.duration = duration.isFinite ? max(duration, 0) : 0
        self.toFirstToken = toFirstToken.flatMap { $0.isFinite ? min(max($0, 0), max(duration, 0)) : nil }
        self.tokens = tokens
        self.throughput = throughput.flatMap { $0.isFinite ? $0 : nil }
    }

    var end: Double { start + duration }

    /// The line under the name, from the longest wording to the shortest.
    func details(in quantity: Quantity) -> [String] {
        var parts = [NumberFormat(duration, of: quantity, in: .sentence).text(duration)]
        if let tokens { parts.append(NumberFormat(Double(tokens), of: .count(of: "tok"), in: .sentence).text(Double(tokens))) }
        if let throughput { parts.append(NumberFormat(throughput, of: .tokensPerSecond, in: .sentence).text(throughput)) }
        return parts.indices.reversed().map { parts[...$0].joined(separator: " · ") }
    }
}
