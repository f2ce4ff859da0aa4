import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The series that stand out, each with its line, what it was and what it is, and since when.
struct StandingTable {
    let standings: [Standing]
    let page: PagePath
    let site: SiteContext

    var table: Table {
        let units = Set(standings.map { trajectory($0).key.measure.unit })
        let shared = units.count == 1 ? standings.first.map { trajectory($0).quantity } : nil
        let plot = IntervalPlot(scale: IntervalScale(centers: standings.compactMap(\.difference.ratio)))
        var rows = RowTable(of: standings)
        rows.add(.text("Series")) { standing in
            let trajectory = trajectory(standing)
            let unit = shared == nil ? format(standing).unit.symbol : nil
            return .header(
                trajectory.name, href: page.link(to: site.has(trajectory) ? .history(trajectory.id) : site.page(of: trajectory.key.configuration)),
                detail: trajectory.detail(withModel: site.model.models.count > 1), unit: unit)
        }
        rows.add(.drawing("Last \(Sparkline.limit) runs", .sparkline)) { .drawing(trajectory($0).sparkline) }
        if let shared {
            rows.add(.figures("Before", shared, secondary: true)) { .figure($0.difference.a.value) }
            rows.add(.figures("Now", shared)) { .figure($0.difference.b.value) }
        } else {
            rows.add(.figures("Before", .count, secondary: true, note: "")) { .number($0.difference.a.value, format($0)) }
            rows.add(.figures("Now", .count, note: "")) { .number($0.difference.b.value, format($0)) }
        }
        rows.add(.figures("Change", .fraction)) { .change($0.difference.ratio.map { $0 - 1 }) }
        rows.add(.drawing("", .interval(head: .markup { plot.writeHead(into: &$0) }))) { standing in
            .drawing(.markup { writePlot(of: standing, plot, into: &$0) })
        }
        rows.add(.text("Verdict")) { $0.cell }
        rows.add(.text("Since", secondary: true)) { since($0) }
        return rows.table(label: "Changes")
    }

    private func trajectory(_ standing: Standing) -> Trajectory { site.model.trajectories[standing.trajectory] }

    private func format(_ standing: Standing) -> NumberFormat {
        NumberFormat([standing.difference.a.value, standing.difference.b.value], of: trajectory(standing).quantity, in: .column)
    }

    private func writePlot(of standing: Standing, _ plot: IntervalPlot, into output: inout ByteBuffer) {
        let ratio = standing.difference.ratio
        plot.write(
            center: ratio, interval: standing.difference.interval?.range, kind: standing.judgement.verdict.plotKind,
            name: "\(trajectory(standing).name): \(ratio.map { NumberFormat.ratio($0) } ?? "no ratio")", into: &output)
    }

    private func since(_ standing: Standing) -> Table.Cell {
        let run = trajectory(standing).points[standing.since].run
        return .link(run.startedAt?.shortDate ?? run.nameInSuite, href: page.link(to: .run(run.id)))
    }
}
