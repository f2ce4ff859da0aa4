/// One bar: what it is called, its phases and its whole length, all in the chart's quantity.
public struct PhaseRow: Sendable, Hashable {
    public var label: String
    /// A second, quieter line under the label.
    public var detail: String?
    public var href: String?
    /// Load, prompt evaluation, rest; `nil` where a phase was not measured.
    public var phases: [Double?]
    /// The whole, if it was measured by itself.
    public var total: Double?

    public init(label: String, detail: String? = nil, href: String? = nil, load: Double?, promptEvaluation: Double?, rest: Double?, total: Double?) {
        self.label = label
        self.detail = detail
        self.href = href
        phases = [load, promptEvaluation, rest].map { value in value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } }
        self.total = total.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }

    /// The sum of the phases that are known.
    var known: Double { phases.reduce(0) { $0 + ($1 ?? 0) } }

    /// The whole as measured, else the sum of what was; `nil` if nothing was.
    var whole: Double? { total ?? (phases.contains { $0 != nil } ? known : nil) }

    /// How far the bar reaches.
    var length: Double { max(total ?? 0, known) }

    /// What no phase accounts for; a difference that rounding explains does not count.
    var unknown: Double {
        let rest = (total ?? known) - known
        return rest > length * 0.002 ? rest : 0
    }
}
