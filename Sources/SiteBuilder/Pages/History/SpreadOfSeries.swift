import AgentRuns
import Charts

/// The values of a series whose runs have no dates, and so no order: how they spread, each leading to its run.
struct SpreadOfSeries {
    let trajectory: Trajectory
    let page: PagePath

    var chart: DistributionChart {
        DistributionChart(
            text: ChartText(
                name: "\(trajectory.title), \(counted(trajectory.runs, "run")) without dates",
                summary: "\(trajectory.key.measure.label.capitalizedFirst) of each run; runs without dates have no order.",
                caption: [trajectory.key.measure.sentence, excluded].compactMap(\.self), ifEmpty: "No run of this series has a value.",
                links: HistoryData(trajectory: trajectory).path.chartLinks(from: page)),
            quantity: trajectory.quantity, rows: [DistributionRow(label: trajectory.key.measure.label.capitalizedFirst, samples: samples)])
    }

    private var excluded: String? {
        trajectory.excluded == 0 ? nil : "\(counted(trajectory.excluded, "excluded run")) \(trajectory.excluded == 1 ? "is" : "are") left out."
    }

    private var samples: [DistributionRow.Sample] {
        trajectory.points.filter { $0.state != .excluded }.compactMap { point in
            point.value.map {
                DistributionRow.Sample(id: point.run.id, value: $0.value, label: point.run.nameInSuite, href: page.link(to: .run(point.run.id)))
            }
        }
    }
}
