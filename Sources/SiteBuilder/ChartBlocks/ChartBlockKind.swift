import Bytes

/// A kind of chart that a block can ask for. A new kind is one line in `all`, and the drawing that it names.
struct ChartBlockKind: Sendable {
    /// Keys of a block that some kinds have and others do not.
    enum Key: String, Sendable, CaseIterable {
        case against
        case grouping = "group-by"
    }

    /// As a block writes it.
    let name: String
    let needsMetric: Bool
    let keys: Set<Key>
    let draw: @Sendable (ChartBlockDrawing, inout ByteBuffer) throws(ChartBlockProblem) -> Void

    static let all: [ChartBlockKind] = [
        .ofExecutions("history") { charts, output in charts.writeHistory(into: &output) },
        .ofExecutions("distribution") { charts, output in charts.writeDistribution(into: &output) },
        ChartBlockKind(name: "bars", needsMetric: true, keys: [.grouping]) { drawing, output throws(ChartBlockProblem) in
            try drawing.writeBars(into: &output)
        },
        ChartBlockKind(name: "intervals", needsMetric: true, keys: [.grouping]) { drawing, output throws(ChartBlockProblem) in
            try drawing.writeIntervals(into: &output)
        },
        ChartBlockKind(name: "scatter", needsMetric: true, keys: [.against, .grouping]) { drawing, output throws(ChartBlockProblem) in
            try drawing.writeScatter(into: &output)
        },
        ChartBlockKind(name: "heatmap", needsMetric: true, keys: [.grouping]) { drawing, output throws(ChartBlockProblem) in
            try drawing.writeHeatmap(into: &output)
        },
        .ofCalls("timeline") { drawing, output throws(ChartBlockProblem) in try drawing.writeTimeline(into: &output) },
        .ofCalls("phases") { drawing, output throws(ChartBlockProblem) in try drawing.writePhases(into: &output) },
    ]

    /// A kind that shows one metric of every execution.
    private static func ofExecutions(_ name: String, _ write: @escaping @Sendable (MetricCharts, inout ByteBuffer) -> Void) -> ChartBlockKind {
        ChartBlockKind(name: name, needsMetric: true, keys: [.grouping]) { drawing, output throws(ChartBlockProblem) in
            try drawing.writeEachPopulation(into: &output) { charts, name, output throws(ChartBlockProblem) in
                write(charts, &output)
                ExecutionData(charts: charts, label: name).write(into: &output)
            }
        }
    }

    /// A kind that draws the calls of one run.
    private static func ofCalls(
        _ name: String, _ write: @escaping @Sendable (ChartBlockDrawing, inout ByteBuffer) throws(ChartBlockProblem) -> Void
    ) -> ChartBlockKind {
        ChartBlockKind(name: name, needsMetric: false, keys: [], draw: write)
    }
}
