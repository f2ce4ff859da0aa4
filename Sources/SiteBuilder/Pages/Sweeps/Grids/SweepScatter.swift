import AgentRuns
import Charts

/// Throughput against TTFT: a point for each configuration, cold calls in a panel of their own.
struct SweepScatter {
    let sweep: Sweep
    let page: PagePath
    let site: SiteContext

    /// The first option with few enough values to be told apart by shapes.
    private var grouping: Int? { sweep.options.firstIndex { $0.values.count <= ScatterChart.groupLimit } }

    var chart: ScatterChart {
        let words = SweepWords(sweep: sweep)
        let groups = grouping.map { sweep.options[$0].values.map { ScatterChart.Group($0.description) } } ?? [ScatterChart.Group("all")]
        let isWarm = sweep.kind.isWarm
        return ScatterChart(
            text: ChartText(
                name: "Throughput against \(SweepMetric.ttft.heading(in: sweep))",
                summary: "Each of the configurations by the wait for its first token and the speed of its output.", caption: caption(words),
                ifEmpty: "No configuration has both a throughput and a TTFT.", links: SweepData(sweep: sweep).links(from: page)),
            words: isWarm ? ScatterChart.Words() : ScatterChart.Words(front: "Pareto front"),
            title: PanelTitle(sweep.kind.population.calls.capitalizedFirst),
            across: ScatterChart.Axis("TTFT", quantity: .milliseconds, better: .lower),
            up: ScatterChart.Axis("throughput", quantity: .tokensPerSecond, better: .higher),
            groupsName: grouping.map { sweep.options[$0].name }, groups: groups,
            points: sweep.configurations.compactMap { point(of: $0, $0.median) },
            cold: sweep.configurations.compactMap { point(of: $0, $0.coldMedian) })
    }

    private func caption(_ words: SweepWords) -> [String] {
        var sentences = ["Up and to the left is better."]
        if !sweep.kind.isWarm || !words.isOneCallEach {
            let isSingle = !sweep.configurations.contains { $0.n > 1 }
            sentences.append("Each point is \(isSingle ? words.single(of: .ttft) : "a median of \(words.population(of: .ttft))").")
        }
        if sweep.kind.isWarm, !sweep.throughputStatistics.isEmpty, !sweep.throughputStatistics.contains(.warmMedian) {
            sentences.append("Throughput is over cold and warm calls together.")
        }
        return sentences + ["Labels read \(sweep.options.map(\.name).joined(separator: " · "))."]
    }

    private func point(of configuration: SweepConfiguration, _ figures: SweepFigures?) -> ScatterPoint? {
        guard let ttft = figures?.ttft, let throughput = figures?.throughput else { return nil }
        let group = grouping.flatMap { sweep.options[$0].values.firstIndex(of: configuration.values[$0]) } ?? 0
        return ScatterPoint(
            across: ttft, up: throughput, group: group, label: configuration.label,
            href: page.link(to: site.page(of: configuration.configuration)))
    }
}

extension Sweep {
    /// The configurations that no other one beats in both throughput and TTFT; cold calls do not count.
    var front: Set<Configuration> {
        let measured = configurations.filter { !$0.executions.allSatisfy(\.isLeftOut) }.compactMap { configuration in
            configuration.median.flatMap { figures in
                figures.ttft.flatMap { ttft in figures.throughput.map { (configuration: configuration.configuration, across: ttft, up: $0) } }
            }
        }
        let front = ParetoFront.indices(of: measured.map { ($0.across, $0.up) }, across: .lower, up: .higher)
        return Set(front.map { measured[$0].configuration })
    }
}
