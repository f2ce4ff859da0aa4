/// Where a time went: horizontal bars of three phases in the order of time, with the total after each bar.
///
/// Bars of very different length belong into panels of their own, each with its own scale and unit.
public struct PhaseChart: Chart {
    public struct Panel: Sendable, Hashable {
        public var title: PanelTitle?
        public var rows: [PhaseRow]

        public init(title: PanelTitle? = nil, rows: [PhaseRow]) {
            self.title = title
            self.rows = rows
        }
    }

    public var text: ChartText
    public var quantity: Quantity
    /// The words for the three phases, in the order of time.
    public var phaseNames: [String]
    public var panels: [Panel]

    public init(
        text: ChartText, quantity: Quantity = .milliseconds,
        phaseNames: [String] = ["model load", "prompt evaluation", "rest: queue, network, first token"], panels: [Panel]
    ) {
        self.text = text
        self.quantity = quantity
        self.phaseNames = phaseNames
        self.panels = panels.filter { panel in panel.rows.contains { $0.length > 0 } }
    }

    public var isEmpty: Bool { panels.isEmpty }

    public var captionSentences: [String] {
        var sentences = text.caption
        if panels.contains(where: { $0.rows.contains { $0.unknown > 0 } }) {
            sentences.append("Where a bar is open up to a dashed end, the phases that are known do not add up to the whole.")
        }
        return sentences
    }
}
