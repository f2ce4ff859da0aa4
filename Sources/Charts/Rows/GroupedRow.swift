/// One category of a grouped chart: a value for each of the chart's series.
public struct GroupedRow: Sendable, Hashable {
    /// What is drawn for one series: a centre, or a sum or count, and where there is one its interval.
    public struct Value: Sendable, Hashable {
        /// In the chart's quantity; values that are not finite count as missing.
        public var value: Double?
        public var interval: ClosedRange<Double>?
        /// From how many it was made.
        public var count: Int?
        public var href: String?

        public init(_ value: Double?, interval: ClosedRange<Double>? = nil, count: Int? = nil, href: String? = nil) {
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
            self.interval = interval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
            self.count = count
            self.href = href
        }
    }

    public var label: String
    /// A second, quieter line under the label.
    public var detail: String?
    public var href: String?
    /// In the order of the chart's series.
    public var values: [Value]

    public init(label: String, detail: String? = nil, href: String? = nil, values: [Value]) {
        self.label = label
        self.detail = detail
        self.href = href
        self.values = values
    }

    var name: String { [label, detail].compactMap(\.self).joined(separator: " ") }
}
