import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The charts of one metric over a group of executions: over time, and across series.
///
/// Values of different populations never share a chart: the caller gives the executions of one, oldest first.
struct MetricCharts {
    let population: MetricPopulation
    let page: PagePath
    let site: SiteContext
    var grouping = ChartGrouping()
    /// The files that the charts' figures are in; with them each chart has its table and the links under it.
    var data: DataPath?
    /// What the captions begin with where each chart stands on its own; `nil` on a page that says the rest around them.
    var lead: [String]?
    /// Options that the page says once for all of its charts.
    var saidOptions: Set<String> = []

    /// More series than this in one chart can't be told apart; they become small multiples.
    private static let seriesLimit = 8
    private static let multiplesLimit = 24
    private static let rowLimit = 40

    /// One chart of all series over the order of the runs, or small multiples where there are too many.
    ///
    /// Runs without a date have no place in an order; where none has one there is nothing to draw over time.
    func writeHistory(into output: inout ByteBuffer) {
        let dated = observations.filter { $0.run.startedAt != nil }
        guard !dated.isEmpty || observations.isEmpty else {
            output.append("<p class=\"empty\">None of these runs has a date, so they have no order in time.</p>\n")
            return
        }
        let series = grouping.groups(dated).filter { $0.observations.contains { value($0) != nil || $0.hasFailed } }
        // Where there are too many to tell apart, those that were measured once have no history to show.
        let recurring = series.count <= Self.seriesLimit ? series : series.filter { $0.observations.count > 1 }
        if recurring.count <= Self.seriesLimit, !recurring.isEmpty || series.isEmpty {
            historyChart(recurring, of: dated, singles: series.count - recurring.count).write(into: &output, withTable: data != nil)
        } else if recurring.isEmpty {
            output.append("<p class=\"empty\">Each of the ")
            output.append(series.count)
            output.append(" series was measured once, so there is no history to draw.</p>\n")
        } else {
            writeMultiples(recurring, singles: series.count - recurring.count, into: &output)
        }
    }

    /// One row a series, one point a run.
    func writeDistribution(into output: inout ByteBuffer) {
        let accepted = observations.filter { !$0.isLeftOut(of: metric.id) }
        let series = grouping.groups(accepted).filter { $0.observations.contains { value($0) != nil } }
        let labels = grouping.labels(of: series)
        let rows = series.prefix(Self.rowLimit).map { entry in
            DistributionRow(
                label: labels.name(of: entry), detail: nil, href: link(to: entry.configuration),
                samples: entry.observations.compactMap { observation in
                    value(observation).map { value in
                        DistributionRow.Sample(
                            id: observation.run.id + observation.execution.slot, value: value.value, label: pointLabel(observation),
                            href: page.link(to: .run(observation.run.id)))
                    }
                })
        }
        let extent = series.count > rows.count ? ["The first \(rows.count) of \(series.count) series; the table has all."] : []
        DistributionChart(
            text: ChartText(
                name: "\(population.title) by configuration", summary: "\(metric.name) of each run, one row for each of \(series.count) series.",
                caption: (lead == nil ? [] : captionSentences) + extent + leftOutSentences, ifEmpty: emptySentence, links: links),
            quantity: .given(in: metric.unit), rows: rows
        ).write(into: &output, withTable: data != nil)
    }
}

extension MetricCharts {
    var metric: Metric { population.metric }
    var observations: [Observation] { population.observations }
    /// Which TTFT this is, where it is one.
    var kind: TTFTKind? { population.ttft }

    func value(_ observation: Observation) -> CentralValue? { value(observation, of: metric) }

    func value(_ observation: Observation, of metric: Metric) -> CentralValue? {
        observation.execution.centralValue(of: metric.id)
    }

    func link(to configuration: Configuration?) -> String? {
        guard let configuration else { return nil }
        let target = site.page(of: configuration)
        return target == page ? nil : page.link(to: target)
    }

    func pointLabel(_ observation: Observation) -> String {
        let time = (observation.execution.timestamp ?? observation.run.startedAt)?.spoken
        return [observation.run.id, observation.execution.slot, time, observation.leftOutWord(of: [metric.id])].compactMap(\.self).joined(
            separator: ", ")
    }

    /// What the points are, by the kinds of value that occur among them.
    var captionSentences: [String] {
        let statistics = Set(observations.compactMap { value($0)?.statistic })
        var sentences = lead ?? []
        if !statistics.isEmpty, observations.allSatisfy(\.run.isServingBenchmark), !statistics.contains(.warmMedian) {
            sentences.append(servingSentence(statistics))
            return sentences + population.sentences + sharedOptions
        }
        switch (statistics.contains(.warmMedian), statistics.contains(.mean)) {
        case (true, false): sentences.append("Each value is the median of a run's warm calls.")
        case (false, true): sentences.append("Each value is the mean that the program reports; it does not tell cold calls from warm ones.")
        case (true, true):
            sentences.append("Each value is the median of a run's warm calls, or the mean that the program reports where no calls are stored.")
        case (false, false) where statistics.contains(.median):
            sentences.append("Each value is the median of a run's calls, of which it is not known whether they were cold.")
        default: break
        }
        return sentences + population.sentences + sharedOptions
    }

    /// The options that the labels leave out, because all series here have them.
    private var sharedOptions: [String] {
        guard grouping.fields == nil else { return [] }
        let drawn = observations.filter { value($0) != nil || $0.hasFailed }
        return OptionLabels(drawn.map(\.series.configuration.options)).sharedLabel(without: saidOptions).map { ["All have \($0)."] } ?? []
    }

    /// What the values of serving benchmarks are: of TTFT, over which requests; of other metrics there is nothing to tell apart.
    private func servingSentence(_ statistics: Set<CentralValue.Statistic>) -> String {
        let name = statistics == [.p50] ? "p50" : statistics == [.mean] && kind != nil ? "mean" : "figure"
        guard kind?.population == .allRequests else { return "Each value is the \(name) that the tool reports." }
        return "Each value is the \(name) that the tool reports, over all requests; it does not say whether the first found a cold server."
    }

    private var links: [ChartLink] { data?.chartLinks(from: page) ?? [] }

    /// How many results count in no figure, and why.
    private var leftOutSentences: [String] {
        let excluded = observations.count { $0.exclusion(of: metric.id) != nil }
        let invalid = observations.count { $0.isLeftOut(of: metric.id) } - excluded
        return [(invalid, "\(counted(invalid, "result")) that the tool calls invalid"), (excluded, counted(excluded, "excluded result"))]
            .filter { $0.0 > 0 }.map { "\($0.1) \($0.0 == 1 ? "is" : "are") left out." }
    }

    var emptySentence: String { "No run here has a \(metric.name == "TTFT" ? "TTFT" : metric.name.lowercased())." }

    private func historyChart(_ series: [ObservationGroup], of dated: [Observation], singles: Int) -> HistoryChart {
        let shown = Set(series.flatMap { $0.observations.map(\.run.id) })
        let runs = dated.filter { shown.contains($0.run.id) }.reduce(into: [Observation]()) { runs, next in
            if runs.last?.run.id != next.run.id { runs.append(next) }
        }
        let positions = Dictionary(runs.enumerated().map { ($1.run.id, $0) }, uniquingKeysWith: { first, _ in first })
        let labels = grouping.labels(of: series)
        let lines = series.map { entry in
            HistorySeries(
                name: labels.name(of: entry),
                points: entry.observations.map { point($0, at: positions[$0.run.id] ?? 0, isJoined: !entry.repeatsRuns) },
                cold: entry.observations.flatMap { coldPoints($0, at: positions[$0.run.id] ?? 0) })
        }
        let title = PanelTitle(
            kind?.isWarm == true ? "Warm calls" : metric.name,
            detail: series.contains(where: \.repeatsRuns) ? "one point an agent execution" : "one point a run")
        return HistoryChart(
            text: ChartText(
                name: "\(population.title): \(counted(runs.count, "run"))",
                summary: "\(metric.name) of \(series.count) series in the order of the runs.",
                caption: captionSentences + (singles > 0 ? [Self.singlesSentence(singles)] : []) + leftOut(besides: dated), ifEmpty: emptySentence,
                links: links),
            words: HistoryWords(observations.contains(where: \.isInvalid) ? [.invalid] : []),
            quantity: .given(in: metric.unit), title: title, days: runs.map { $0.run.startedAt?.calendarDay }, series: lines)
    }

    private func leftOut(besides dated: [Observation]) -> [String] {
        let count = observations.count - dated.count
        return count == 0 ? [] : ["\(counted(count, "run")) without a date \(count == 1 ? "is" : "are") left out."]
    }

    private func point(_ observation: Observation, at position: Int, isJoined: Bool) -> HistoryPoint {
        let value = value(observation)?.value
        let kind: HistoryPoint.Kind =
            if observation.exclusion(of: metric.id) != nil {
                .excluded
            } else {
                observation.hasFailed && value == nil ? .failed : observation.isInvalid ? .thin : .normal
            }
        return HistoryPoint(
            at: position, value: value, kind: kind, label: pointLabel(observation),
            href: page.link(to: .run(observation.run.id)), startsLine: !isJoined)
    }

    private func coldPoints(_ observation: Observation, at position: Int) -> [HistoryPoint] {
        guard metric.id == .ttft else { return [] }
        return observation.execution.coldValues(of: metric.id).map {
            HistoryPoint(
                at: position, value: $0, kind: observation.exclusion(of: metric.id) == nil ? .normal : .excluded,
                label: pointLabel(observation) + ", cold call", href: page.link(to: .run(observation.run.id)))
        }
    }

    private func writeMultiples(_ series: [ObservationGroup], singles: Int, into output: inout ByteBuffer) {
        let shown = series.sorted { ($1.observations.count, $0.key) < ($0.observations.count, $1.key) }.prefix(Self.multiplesLimit).sorted {
            $0.key < $1.key
        }
        let quantity = Quantity.given(in: metric.unit)
        let limit = SmallMultiple.upperLimit(of: shown.flatMap { $0.observations.map { $0.countedValue(of: metric.id)?.value } }, in: quantity)
        let labels = grouping.labels(of: shown)
        output.append("<p class=\"note\">")
        output.append(escaped: multiplesNote(shown: shown.count, of: series.count, singles: singles, limit: limit, quantity))
        output.append("</p>\n<ul class=\"multiples\">\n")
        for entry in shown {
            let (name, detail) = labels.heading(of: entry)
            output.append("<li>\n<h3>")
            if let href = link(to: entry.configuration) {
                output.append(link: name, to: href, isNarrow: true)
            } else {
                output.append(escaped: name)
            }
            output.append(" <span class=\"u\">")
            output.append(escaped: counted(entry.observations.count, "run"))
            output.append("</span></h3>\n<p>")
            output.append(breakable: detail, isNarrow: true)
            output.append("</p>\n")
            SmallMultiple(
                name: "\(metric.name) of \(name)", summary: "\(metric.name) of the last \(entry.observations.count) runs.", quantity: quantity,
                values: entry.observations.map { $0.countedValue(of: metric.id)?.value }, upperLimit: limit
            ).write(into: &output)
            output.append("</li>\n")
        }
        output.append("</ul>\n")
    }

    private func multiplesNote(shown: Int, of count: Int, singles: Int, limit: Double, _ quantity: Quantity) -> String {
        var sentences = captionSentences
        sentences.append(
            "Last 60 runs of each series, one scale: 0 to \(NumberFormat(limit, of: quantity, in: .column).text(limit)); triangles lie above it.")
        if shown < count { sentences.append("The \(shown) of \(count) series with the most runs.") }
        if singles > 0 { sentences.append(Self.singlesSentence(singles)) }
        return sentences.joined(separator: " ")
    }

    private static func singlesSentence(_ count: Int) -> String {
        count == 1 ? "One more series was measured once and is not drawn." : "\(count) more series were measured once and are not drawn."
    }
}
