import AgentRuns
import Bytes
import Charts
import RunStatistics

/// A table of series: what the runs of each come to. A series that has TTFT of two kinds has a row for each.
struct SeriesTable {
    let observations: [Observation]
    let label: String

    private struct Row {
        let key: SeriesKey
        let kind: TTFTKind
        let members: [Observation]
        let ttft: SampleSummary?
        let throughput: SampleSummary?
        /// Of prompts, and of everything together, where there is no throughput of output.
        let others: [MetricID: SampleSummary]

        var isOfBenchmark: Bool { members[0].run.isServingBenchmark }
        /// What the throughput of the series is of.
        var basis: MetricBasis? { members[0].basis(of: .outputThroughput) }
    }

    /// More rows than these nobody reads, and a page with thousands of them loads slowly.
    private static let rowLimit = 200

    /// Writes the table, or its beginning with a line that says how much there is.
    func write(from page: PagePath, in site: SiteContext, into output: inout ByteBuffer) {
        let rows = rows(in: site)
        table(of: Array(rows.prefix(Self.rowLimit)), from: page, in: site).write(into: &output)
        guard rows.count > Self.rowLimit else { return }
        output.append("<p class=\"note\">")
        output.append(
            escaped: "The first \(counted(Self.rowLimit)) of \(counted(rows.count)) series; the data files at the end of the page have all runs.")
        output.append("</p>\n")
    }

    private func table(of rows: [Row], from page: PagePath, in site: SiteContext) -> Table {
        let labels = SeriesLabels(Set(rows.map(\.key)))
        var table = RowTable(of: rows)
        table.add(.text("Series")) { row in
            let target = history(of: row, in: site) ?? site.page(of: row.key.configuration)
            // What benchmarks of one tool share, the head of the page says.
            let detail = rows.allSatisfy(\.isOfBenchmark) ? "" : labels.detail(of: row.key)
            return .header(
                labels.name(of: row.key), href: target == page ? nil : page.link(to: target), detail: detail.isEmpty ? nil : detail)
        }
        table.add(.figures("Runs", .count, note: "")) { .figure(Double($0.members.count)) }
        let hasTTFT = rows.contains { $0.ttft != nil || !$0.isOfBenchmark }
        if hasTTFT {
            addSpread(of: "TTFT", in: .milliseconds, to: &table, \.ttft)
            table.add(.text("TTFT is", secondary: true)) { .faint($0.ttft == nil && $0.isOfBenchmark ? "–" : $0.kind.name) }
        }
        table.add(.figures("Cold", .count, secondary: true, note: "calls"), ifAny: { !$0.isOfBenchmark || coldCalls($0.members, in: site) != nil }) {
            .figure(coldCalls($0.members, in: site).map(Double.init))
        }
        if rows.contains(where: { $0.throughput != nil || !$0.isOfBenchmark }) {
            addSpread(of: "Throughput", in: .tokensPerSecond, to: &table, \.throughput)
        }
        for metric in Metric.otherThroughputs where rows.contains(where: { $0.others[metric.id] != nil }) {
            addSpread(of: metric.name, in: .given(in: metric.unit), to: &table) { $0.others[metric.id] }
        }
        table.add(.text("Throughput is", secondary: true), ifVaries: \.basis) { .faint("of \($0.basis?.name ?? "–")") }
        table.add(.figures("Failed", .count, secondary: true, note: "executions")) { row in
            .figure(Double(row.members.count(where: \.hasFailed)))
        }
        return table.table(label: label)
    }

    private func rows(in site: SiteContext) -> [Row] {
        Dictionary(grouping: observations, by: \.series).sorted { $0.key < $1.key }.flatMap { key, members in
            Dictionary(grouping: members) { TTFTKind($0) }.sorted { $0.key < $1.key }.map { kind, members in
                let throughput = summary(of: .outputThroughput, members, in: site)
                let others = throughput == nil ? Metric.otherThroughputs.map { ($0.id, summary(of: $0.id, members, in: site)) } : []
                return Row(
                    key: key, kind: kind, members: members, ttft: summary(of: .ttft, members, in: site), throughput: throughput,
                    others: Dictionary(uniqueKeysWithValues: others.compactMap { id, summary in summary.map { (id, $0) } }))
            }
        }
    }

    private func history(of row: Row, in site: SiteContext) -> PagePath? {
        let measures = [MetricID.ttft, .outputThroughput].map { row.members[0].measure(of: $0) }
        return measures.lazy.compactMap { site.history(of: row.key, $0) }.first
    }

    /// Of the runs' central values that count.
    private func summary(of metric: MetricID, _ members: [Observation], in site: SiteContext) -> SampleSummary? {
        SampleSummary(members.compactMap { $0.countedValue(of: metric)?.value })
    }

    /// Median, least and greatest; no range where there is one run.
    private func addSpread(of name: String, in quantity: Quantity, to table: inout RowTable<Row>, _ summary: @escaping (Row) -> SampleSummary?) {
        func end(_ figure: KeyPath<SampleSummary, Double>) -> (Row) -> Table.Cell {
            { row in summary(row).flatMap { $0.n > 1 ? .figure($0[keyPath: figure]) : nil } ?? .blank }
        }
        table.add(.figures("median", quantity, group: name)) { .figure(summary($0)?.median) }
        table.add(.figures("least", quantity, group: name, secondary: true), end(\.least))
        table.add(.figures("greatest", quantity, group: name, secondary: true), end(\.greatest))
    }

    private func coldCalls(_ members: [Observation], in site: SiteContext) -> Int? {
        let counts = members.map { observation -> Int? in
            observation.execution.calls.isEmpty
                ? observation.execution.coldCount
                : observation.execution.coldValues(of: .ttft).count
        }
        let known = counts.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}
