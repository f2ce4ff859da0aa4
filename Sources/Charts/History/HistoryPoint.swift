/// One value of a series, or the lack of one.
public struct HistoryPoint: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// On the line. Without a value the line has a gap.
        case normal
        /// On the line, and worse than what it is held against: a filled diamond.
        case worse
        /// On the line, and better than that: a filled circle.
        case better
        /// On the line, of a change that is known: a flag.
        case acknowledged
        /// Made from too little to be compared: hollow, off the line, which breaks.
        case thin
        /// Measured, and taken out by hand: hollow and struck through, off the line, which breaks.
        case excluded
        /// No value because the attempt failed: a cross above the axis.
        case failed
    }

    /// The place in the order, from 0.
    public var position: Int
    /// In the chart's quantity; values that are not finite count as missing.
    public var value: Double?
    public var kind: Kind
    /// What the point stands for: "15 Nov 20:51". The value is added to it where the pointer rests.
    public var label: String
    public var href: String?
    /// Whether the line starts anew here.
    public var startsLine: Bool

    public init(at position: Int, value: Double?, kind: Kind = .normal, label: String, href: String? = nil, startsLine: Bool = false) {
        self.position = position
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.kind = kind
        self.label = label
        self.href = href
        self.startsLine = startsLine
    }

    /// Whether the line runs through the point.
    var isJoined: Bool {
        switch kind {
        case .normal, .worse, .better, .acknowledged: value != nil
        case .thin, .excluded, .failed: false
        }
    }

    var isDrawn: Bool { kind == .failed || value != nil }
}
