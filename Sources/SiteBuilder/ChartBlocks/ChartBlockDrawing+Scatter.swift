import AgentRuns
import Bytes
import Charts

/// One metric against another.
extension ChartBlockDrawing {
    func writeScatter(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        guard let up = block.metric, let across = block.against else { return }
        try writeEachPopulation(into: &output) { charts, name, output throws(ChartBlockProblem) in
            charts.scatter(up: up, across: across).write(into: &output)
            let other = charts.metric.id == up.id ? across : up
            ExecutionData(charts: charts, others: [other], label: name).write(into: &output)
        }
    }
}

extension MetricCharts {
    fileprivate func scatter(up: Metric, across: Metric) -> ScatterChart {
        let measured = observations.filter { value($0, of: up) != nil && value($0, of: across) != nil || !coldCalls(of: $0, up, across).isEmpty }
        let (groups, names) = scatterGroups(measured)
        let label = pointLabels(measured)
        var points: [ScatterPoint] = []
        var cold: [ScatterPoint] = []
        for (number, group) in groups.enumerated() {
            for observation in group.observations {
                let mark = observation.leftOutWord(of: [up.id, across.id]).map { ", \($0)" } ?? ""
                let (label, href) = (label(observation) + mark, page.link(to: .run(observation.run.id)))
                if let x = value(observation, of: across)?.value, let y = value(observation, of: up)?.value {
                    var point = ScatterPoint(across: x, up: y, group: number, label: label, href: href)
                    point.competes = mark.isEmpty
                    points.append(point)
                }
                cold += coldCalls(of: observation, up, across).map {
                    ScatterPoint(across: $0.across, up: $0.up, group: number, label: label, href: href)
                }
            }
        }
        let isWarm = kind?.isWarm == true
        return ScatterChart(
            text: ChartText(
                name: "\(up.name) against \(across.name)", summary: "\(up.name) and \(across.name) of \(counted(points.count, population.thing)).",
                caption: captionSentences + (cold.isEmpty ? [] : ["A hollow point is one cold call."])
                    + (names.isEmpty ? ["The groups are too many to tell apart by shape and colour."] : []),
                ifEmpty: "No run here has both figures."),
            words: ScatterChart.Words(front: isWarm ? "Pareto front of the warm calls" : "Pareto front"),
            title: PanelTitle(
                up.name, detail: isWarm ? "warm calls" : population.thing == "run" ? "one point a run" : "one point an agent execution"),
            across: axis(across), up: axis(up),
            groups: names.isEmpty ? [ScatterChart.Group(population.thing)] : names.map { ScatterChart.Group($0) }, points: points, cold: cold)
    }

    private func axis(_ metric: Metric) -> ScatterChart.Axis {
        let better: [Metric.Direction: ParetoFront.Direction] = [.higherIsBetter: .higher, .lowerIsBetter: .lower]
        return ScatterChart.Axis(metric.name, quantity: .given(in: metric.unit), better: better[metric.direction])
    }

    /// The groups by which the points are told apart, with their names; one group without a name where there are too many.
    ///
    /// Where the writer leaves the groups open and the series are too many, the first field that makes few enough takes their place.
    private func scatterGroups(_ observations: [Observation]) -> (groups: [ObservationGroup], names: [String]) {
        let fields = ["scenario", "model", "language"].compactMap(RunField.field) + FieldMap.varyingOptions(of: observations)
        let choices = [grouping] + (grouping.fields == nil ? fields.map { ChartGrouping(fields: [$0]) } : [])
        for (index, choice) in choices.enumerated() {
            let groups = choice.groups(observations)
            guard groups.count <= ScatterChart.groupLimit, groups.count > 1 || index == 0 else { continue }
            let labels = choice.labels(of: groups)
            return (groups, groups.map(labels.name))
        }
        return (ChartGrouping(fields: []).groups(observations), [])
    }

    /// Short names: the values of the options that vary, else the run's name.
    private func pointLabels(_ observations: [Observation]) -> (Observation) -> String {
        let options = FieldMap.varyingOptions(of: observations)
        let names = SamplingConfiguration(Dictionary(options.map { ($0.id, .flag(true)) }, uniquingKeysWith: { first, _ in first })).names
        let varying = names.filter { name in options.contains { $0.id == name } }
        return { observation in
            let values = varying.map { observation.execution.configuration[$0]?.description ?? "–" }
            return values.isEmpty ? observation.run.nameInSuite : values.joined(separator: " · ")
        }
    }

    /// The cold calls of an execution that have both figures; only TTFT and throughput are kept for each call.
    private func coldCalls(of observation: Observation, _ up: Metric, _ across: Metric) -> [(across: Double, up: Double)] {
        let figures: [MetricID: @Sendable (Call) -> Double?] = [.ttft: \.ttft, .outputThroughput: \.throughput]
        guard let x = figures[across.id], let y = figures[up.id] else { return [] }
        return observation.execution.knownCalls.compactMap { call in
            guard call.error == nil, call.cold == true, let across = x(call), let up = y(call) else { return nil }
            return (across, up)
        }
    }
}
