/// One measure against another: warm points in a panel, cold ones hollow in a second panel beside it, with one vertical scale.
///
/// A dashed step is the Pareto front of the warm points; its points and the outliers among the others are labelled. Points of one curve may be
/// joined. On small screens the panels stand one under the other.
public struct ScatterChart: Chart {
    /// An axis: what it shows, in which unit, and which way is better if one is.
    public struct Axis: Sendable, Hashable {
        public var name: String
        public var quantity: Quantity
        public var kind: ValueAxisKind
        /// Without a direction on both axes there is no Pareto front.
        public var better: ParetoFront.Direction?
        /// Whether values are times, in seconds since 1970 and without a zone; their ticks are round minutes, hours, days, months or years.
        public var isTime = false

        public init(_ name: String, quantity: Quantity, better: ParetoFront.Direction? = nil, kind: ValueAxisKind = .linear) {
            self.name = name
            self.quantity = quantity
            self.better = better
            self.kind = kind
        }

        /// A horizontal axis of times, in seconds since 1970.
        public static func time(_ name: String) -> Axis {
            var axis = Axis(name, quantity: .count)
            axis.isTime = true
            return axis
        }
    }

    /// A shape and a colour, with the word for it in the key.
    public struct Group: Sendable, Hashable {
        public var name: String
        /// Which of the eight colours and shapes the group has, from 0; `nil` for its place.
        public var style: Int?

        public init(_ name: String, style: Int? = nil) {
            self.name = name
            self.style = style.map { max($0, 0) }
        }
    }

    /// The words of the chart's key.
    public struct Words: Sendable, Hashable {
        public var cold: String
        public var front: String

        public init(cold: String = "cold", front: String = "Pareto front of the warm calls") {
            self.cold = cold
            self.front = front
        }
    }

    /// How many groups can be told apart by colour and shape; points of more are not drawn.
    public static let groupLimit = MarkStyle.seriesLimit

    public var text: ChartText
    public var words: Words
    public var title: PanelTitle
    public var coldTitle: PanelTitle
    public var across: Axis
    public var up: Axis
    /// What the groups differ in: "num_gpu".
    public var groupsName: String?
    /// At most eight; points of others are not drawn.
    public var groups: [Group]
    public var points: [ScatterPoint]
    /// Whether every warm point is labelled where there is room, and not only the front and outliers.
    public var labelsAll = false
    public var cold: [ScatterPoint]

    public init(
        text: ChartText, words: Words = Words(), title: PanelTitle = PanelTitle("Warm calls"), coldTitle: PanelTitle = PanelTitle("Cold calls"),
        across: Axis, up: Axis, groupsName: String? = nil, groups: [Group], points: [ScatterPoint], cold: [ScatterPoint] = []
    ) {
        self.text = text
        self.words = words
        self.title = title
        self.coldTitle = coldTitle
        self.across = across
        self.up = up
        self.groupsName = groupsName
        self.groups = Array(groups.prefix(Self.groupLimit))
        self.points = points
        self.cold = cold
    }

    public var isEmpty: Bool { drawn(points).isEmpty && drawn(cold).isEmpty }

    public var captionSentences: [String] {
        let drawing = ScatterDrawing(self)
        var sentences = text.caption + drawing.axisSentences
        if drawing.panels.count > 1 { sentences.append("The two panels differ in their horizontal scale.") }
        return sentences
    }

    /// The points that have a place on both axes.
    func drawn(_ points: [ScatterPoint]) -> [ScatterPoint] {
        points.filter {
            groups.indices.contains($0.group) && (across.isTime ? TimeScale.holds($0.across) : across.kind.holds($0.across)) && up.kind.holds($0.up)
        }
    }

    /// Indices of the points on the front, if both measures have a direction.
    func front(of points: [ScatterPoint]) -> [Int] {
        guard let across = across.better, let up = up.better else { return [] }
        let competing = points.indices.filter { points[$0].competes }
        return ParetoFront.indices(of: competing.map { (points[$0].across, points[$0].up) }, across: across, up: up).map { competing[$0] }
    }

    func styleNumber(of group: Int) -> Int {
        (groups[group].style ?? group) % MarkStyle.seriesLimit
    }
}
