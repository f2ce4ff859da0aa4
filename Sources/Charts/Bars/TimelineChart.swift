/// When each of several agents waited and generated: one lane an agent, one bar a call, all on one scale from the start of the first.
public struct TimelineChart: Chart {
    public struct Lane: Sendable, Hashable {
        public var label: String
        public var calls: [TimelineCall]

        public init(label: String, calls: [TimelineCall]) {
            self.label = label
            self.calls = calls
        }
    }

    public var text: ChartText
    /// What times are given in.
    public var quantity: Quantity
    /// The words for the dark and the light part of a bar.
    public var partNames: (first: String, rest: String)
    public var lanes: [Lane]
    /// How long everything took; a dashed rule stands there.
    public var wall: Double?

    public init(
        text: ChartText, quantity: Quantity = .milliseconds, partNames: (first: String, rest: String) = ("to first token", "generation"),
        lanes: [Lane], wall: Double? = nil
    ) {
        self.text = text
        self.quantity = quantity
        self.partNames = partNames
        self.lanes = lanes
        self.wall = wall.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }

    public var isEmpty: Bool { lanes.allSatisfy { $0.calls.allSatisfy { $0.duration <= 0 } } }

    public var captionSentences: [String] { text.caption }
}
