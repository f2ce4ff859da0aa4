import AgentRuns
import Charts
import RunStatistics

/// A table of series: what the runs of each come to. A series that has TTFT of two kinds has a row for each.
struct SeriesTable {
    let observations: [Observation]
    let label: String

    func table(from page: PagePath, in site: SiteContext) -> Table {
        Table(
            label: label,
            columns: [
                .text("Series"),
                .figures("Runs", .count, note: ""),
                .figures("median", .milliseconds, group: "TTFT"),
                .figures("least", .milliseconds, group: "TTFT", secondary: true),
                .figures("greatest", .milliseconds, group: "TTFT", secondary: true),
                .text("TTFT is", secondary: true),
                .figures("Cold", .count, secondary: true, note: "calls"),
                .figures("median", .tokensPerSecond, group: "Throughput"),
                .figures("least", .tokensPerSecond, group: "Throughput", secondary: true),
                .figures("greatest", .tokensPerSecond, group: "Throughput", secondary: true),
                .figures("Failed", .count, secondary: true, note: "executions"),
            ],
            rows: rows(from: page, in: site))
    }

    private func rows(from page: PagePath, in site: SiteContext) -> [[Table.Cell]] {
        let series = Dictionary(grouping: observations, by: \.series).sorted { $0.key < $1.key }
        let labels = SeriesLabels(series.map(\.key))
        let rows = series.flatMap { key, members in
            Dictionary(grouping: members) { TTFTKind($0.execution) }.sorted { $0.key < $1.key }.map { (key, $0.key, $0.value) }
        }
        return rows.map { key, kind, members in
            let measures = [Measure(metric: .ttft, unit: "ms", ttft: kind), Measure(metric: .outputThroughput, unit: "tok/s", ttft: nil)]
            let target = measures.lazy.compactMap { site.history(of: key, $0) }.first ?? site.page(of: key.configuration)
            let detail = labels.detail(of: key)
            let href = target == page ? nil : page.link(to: target)
            return [
                .header(labels.name(of: key), href: href, detail: detail.isEmpty ? nil : detail),
                .figure(Double(members.count)),
            ] + spread(members, .ttft, in: site) + [
                .faint(kind.name),
                .figure(coldCalls(members, in: site).map(Double.init)),
            ] + spread(members, .outputThroughput, in: site) + [
                .figure(Double(members.count { $0.execution.status == .failed }))
            ]
        }
    }

    /// Median, least and greatest of the runs' central values; no range where there is one run.
    private func spread(_ members: [Observation], _ metric: MetricID, in site: SiteContext) -> [Table.Cell] {
        let values = members.compactMap { $0.execution.centralValue(of: metric, coldLoadLimit: site.model.coldLoadLimit)?.value }
        guard let summary = SampleSummary(values) else { return [.figure(nil), .blank, .blank] }
        return [.figure(summary.median)] + (summary.n > 1 ? [.figure(summary.least), .figure(summary.greatest)] : [.blank, .blank])
    }

    private func coldCalls(_ members: [Observation], in site: SiteContext) -> Int? {
        let counts = members.map { observation -> Int? in
            observation.execution.calls.isEmpty
                ? observation.execution.coldCount
                : observation.execution.coldValues(of: .ttft, coldLoadLimit: site.model.coldLoadLimit).count
        }
        let known = counts.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}
