import AgentRuns
import Charts

/// Throughput against a latency: a curve for each server, from its lightest load on, and the front of all.
struct LoadChart {
    let sweep: LoadSweep
    let latency: LoadLatency
    let page: PagePath
    let site: SiteContext

    /// From this ratio on, a linear axis would press all but the slowest points into one spot.
    private static let widestLinearRatio = 20.0

    /// Of more curves than these only the points of the front are labelled.
    private static let mostLabelledCurves = 3

    private var shown: [Int] { sweep.shownCurves }
    private var words: LoadWords { LoadWords(sweep: sweep) }

    var heading: String { "\(words.throughputName) against \(latency.phrase)" }

    var chart: ScatterChart {
        let (groups, groupOfCurve, groupsName) = grouping
        var chart = ScatterChart(
            text: ChartText(
                name: heading, summary: "\(words.throughputName) and \(latency.phrase) at each load of \(counted(sweep.curves.count, "server")).",
                caption: caption, ifEmpty: "No point has both a throughput and a \(latency.name).",
                links: LoadData(sweep: sweep).path.chartLinks(from: page)),
            words: ScatterChart.Words(front: "Pareto front"), title: PanelTitle(words.throughputName),
            across: ScatterChart.Axis(latency.phrase, quantity: .milliseconds, better: .lower, kind: axisKind),
            up: ScatterChart.Axis(words.throughputName.lowercased(), quantity: words.throughputUnit, better: .higher),
            groupsName: groupsName, groups: groups,
            points: shown.flatMap { curve in
                sweep.curves[curve].points.indices.compactMap { index in
                    point(at: LoadSweep.Place(curve: curve, point: index), group: groupOfCurve[curve] ?? 0)
                }
            })
        chart.labelsAll = shown.count <= Self.mostLabelledCurves
        return chart
    }

    private func point(at place: LoadSweep.Place, group: Int) -> ScatterPoint? {
        let point = sweep.point(at: place)
        guard let across = latency.center(of: point), let up = point.value(sweep.throughput, .mean) else { return nil }
        var mark = ScatterPoint(
            across: across, up: up, group: group, label: words.label(of: point.load), href: page.link(to: point.target(in: site)), line: place.curve)
        mark.competes = !point.isInvalid
        return mark
    }

    /// A colour for each curve; where they are too many, for each value of the first option that makes few enough.
    private var grouping: (groups: [ScatterChart.Group], ofCurve: [Int: Int], name: String?) {
        func groups(_ names: [String], of option: String?) -> (groups: [ScatterChart.Group], ofCurve: [Int: Int], name: String?) {
            let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let places = names.map { distinct.firstIndex(of: $0) ?? 0 }
            return (distinct.map { ScatterChart.Group($0) }, Dictionary(uniqueKeysWithValues: zip(shown, places)), option)
        }
        if shown.count <= ScatterChart.groupLimit { return groups(shown.map { sweep.curves[$0].label }, of: nil) }
        for name in Set(shown.flatMap { sweep.curves[$0].server.options.keys }).sorted() {
            let values = shown.map { sweep.curves[$0].server[name]?.description ?? "–" }
            if (2...ScatterChart.groupLimit).contains(Set(values).count) { return groups(values, of: name) }
        }
        return groups(shown.map { _ in "all" }, of: nil)
    }

    private var axisKind: ValueAxisKind {
        let values = sweep.places.compactMap { latency.center(of: sweep.point(at: $0)) }
        guard let least = values.min(), let greatest = values.max(), least > 0 else { return .linear }
        return greatest / least > Self.widestLinearRatio ? .logarithmic : .linear
    }

    private var caption: [String] {
        let ns = sweep.places.map { sweep.point(at: $0).n(latency.metric, latency.central) }.filter { $0 > 0 }
        let n =
            Set(ns) == [1]
            ? "Each point is one run" : "Each point is the median of \(SweepWords.extent(ns, "run"))"
        let lines = shown.count > 1 ? "each line is one of \(spelled(shown.count)) servers," : "the line goes"
        let rest = sweep.curves.count - shown.count
        return [
            "Up and to the left is better.",
            rest > 0
                ? "\(counted(shown.count)) of \(counted(sweep.curves.count)) servers are drawn: those on the front, then those with the most throughput."
                : nil,
            "\(n); \(lines) from the lightest load to the heaviest.", words.loadSentence,
            words.definition(of: latency.metric), words.definition(of: sweep.throughput),
        ].compactMap(\.self)
    }
}
