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
        let plot = IntervalPlot(scale: IntervalScale(centers: standings.compactMap(\.difference?.ratio)))
        var rows = RowTable(of: standings)
        rows.add(.text("Series")) { standing in
            let trajectory = trajectory(standing)
            let unit = shared == nil && !standing.hasFailed ? format(standing).unit.symbol : nil
            return .header(
                standing.hasFailed ? trajectory.key.slot : trajectory.name,
                href: page.link(to: site.has(trajectory) ? .history(trajectory.id) : site.page(of: trajectory.key.configuration)),
                detail: trajectory.detail(withModel: site.model.models.count > 1), unit: unit)
        }
        rows.add(.drawing("Last \(Sparkline.limit) runs", .sparkline)) { .drawing(trajectory($0).sparkline) }
        rows.add(.figures("Before", shared ?? .count, secondary: true, note: shared == nil ? "" : nil)) {
            figure($0, $0.before, isShared: shared != nil)
        }
        rows.add(.figures("Now", shared ?? .count, note: shared == nil ? "" : nil)) { standing in
            standing.hasFailed ? .faint("failed") : figure(standing, standing.now, isShared: shared != nil)
        }
        rows.add(.figures("Change", .fraction)) { words($0).sizeCell }
        rows.add(.drawing("", .interval(head: .markup { plot.writeHead(into: &$0) }))) { standing in
            .drawing(.markup { writePlot(of: standing, plot, into: &$0) })
        }
        rows.add(.text("Verdict")) { words($0).cell }
        rows.add(.text("Since", secondary: true)) { since($0) }
        return rows.table(label: "Changes")
    }

    private func trajectory(_ standing: Standing) -> Trajectory { site.model.trajectories[standing.trajectory] }

    private func words(_ standing: Standing) -> StandingWords { StandingWords(standing, in: site.model) }

    private func figure(_ standing: Standing, _ center: Center?, isShared: Bool) -> Table.Cell {
        isShared ? .figure(center?.value) : .number(center?.value, format(standing))
    }

    private func format(_ standing: Standing) -> NumberFormat {
        NumberFormat([standing.before?.value, standing.now?.value], of: trajectory(standing).quantity, in: .column)
    }

    private func writePlot(of standing: Standing, _ plot: IntervalPlot, into output: inout ByteBuffer) {
        // What has no ratio has no place on the scale of ratios, and neither has its interval.
        let ratio = standing.difference?.ratio
        let size = words(standing).size
        plot.write(
            center: ratio, interval: ratio.flatMap { _ in standing.difference?.interval?.range }, kind: standing.judgement.verdict.plotKind,
            name: standing.hasFailed ? "failed" : "\(trajectory(standing).name): \(size)", into: &output)
    }

    private func since(_ standing: Standing) -> Table.Cell {
        let run = trajectory(standing).points[standing.since].run
        return .link(run.startedAt?.shortDate ?? run.nameInSuite, href: page.link(to: .run(run.id)))
    }
}
