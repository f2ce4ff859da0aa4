import AgentRuns
import Charts

/// The points of a sweep over load, curve by curve, the lightest load first.
struct LoadTable {
    let sweep: LoadSweep
    let page: PagePath
    let site: SiteContext

    func table(of places: [LoadSweep.Place]) -> Table {
        let words = LoadWords(sweep: sweep)
        let front = sweep.latencies.first.map(sweep.front) ?? []
        let point = sweep.point
        var rows = RowTable(of: places)
        rows.add(.text(words.load)) { place in
            .header(words.label(of: point(place).load), href: page.link(to: point(place).target(in: site)), detail: nil)
        }
        rows.add(.text("Server"), ifAny: { _ in sweep.curves.count > 1 }) { .text(sweep.curves[$0.curve].label) }
        rows.add(.figures("Requests", .other(unit: "req/s"), secondary: true), ifAny: { point($0).value(.requestThroughput, .mean) != nil }) {
            .figure(point($0).value(.requestThroughput, .mean))
        }
        rows.add(.figures(sweep.throughput == .outputThroughput ? "Output" : words.throughputName, words.throughputUnit)) {
            .figure(point($0).value(sweep.throughput, .mean))
        }
        for latency in sweep.latencies {
            let isFirst = latency == sweep.latencies.first
            rows.add(
                .figures(latency.central.rawValue, .milliseconds, group: latency.name, secondary: !isFirst),
                { .figure(latency.center(of: point($0))) })
            guard let tail = latency.tail else { continue }
            rows.add(.figures(tail.rawValue, .milliseconds, group: latency.name, secondary: true), { .figure(latency.tail(of: point($0))) })
        }
        rows.add(.figures("n", .count, secondary: true, note: "runs"), ifAny: { point($0).counted.count > 1 }) {
            .figure(Double(point($0).counted.count))
        }
        rows.add(.text("Note"), ifAny: { front.contains($0) || point($0).state != nil || remark(on: point($0)) != nil }) { place in
            if let state = point(place).state { return state }
            if let remark = remark(on: point(place)) { return .verdict(.failed, remark, detail: front.contains(place) ? "on the front" : nil) }
            return front.contains(place) ? .text("on the front") : .blank
        }
        return rows.table(label: "Points")
    }

    /// Requests that failed, and that no throughput counts.
    private func remark(on point: LoadPoint) -> String? {
        guard let failed = point.failedRequests, failed > 0 else { return nil }
        let sent = point.completedRequests.map { " of \(counted(Int(($0 + failed).rounded())))" } ?? ""
        return "\(counted(Int(failed.rounded())))\(sent) requests failed"
    }
}

extension LoadPoint {
    /// Why nothing of the point counts; `nil` where something does.
    var state: Table.Cell? {
        if let exclusion { return .verdict(.excluded, Verdict.excluded.word, detail: exclusion.reason) }
        return isInvalid ? .verdict(.invalid, Verdict.invalid.word) : nil
    }

    /// The run where the point is one, else its configuration.
    func target(in site: SiteContext) -> PagePath {
        let runs = observations.runs
        return runs.count == 1 ? .run(runs[0].id) : site.page(of: observations[0].series.configuration)
    }
}
