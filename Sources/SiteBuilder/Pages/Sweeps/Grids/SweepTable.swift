import AgentRuns
import Charts

/// The configurations of a sweep, the fastest first.
struct SweepTable {
    /// Longer tables show their beginning, and have pages of their own.
    static let rowLimit = 16

    let sweep: Sweep
    let page: PagePath
    let site: SiteContext

    func table(of shown: [SweepRow]) -> Table {
        var rows = RowTable(of: shown)
        rows.add(.text(sweep.options.map(\.name).joined(separator: " · "))) { row in
            .header(row.configuration.label, href: page.link(to: site.page(of: row.configuration.configuration)), detail: nil)
        }
        var throughput = Table.Column.figures("Throughput", .tokensPerSecond)
        throughput.isSorted = true
        rows.add(throughput) { .figure($0.figures.throughput) }
        rows.add(.figures("TTFT", .milliseconds)) { .figure($0.figures.ttft) }
        rows.add(.figures("Load", .milliseconds, secondary: true), ifAny: { $0.figures.load != nil }) { .figure($0.figures.load) }
        rows.add(.figures("Prompt eval", .milliseconds, secondary: true), ifAny: { $0.figures.promptEval != nil }) { .figure($0.figures.promptEval) }
        rows.add(.figures("Output", .count(of: "tokens"), secondary: true), ifAny: { $0.figures.outputTokens != nil }) {
            .figure($0.figures.outputTokens)
        }
        rows.add(.figures("n", .count, secondary: true, note: SweepWords(sweep: sweep).measuredThing + "s"), ifAny: { $0.n > 1 }) {
            .figure(Double($0.n))
        }
        rows.add(.text(SweepWords(sweep: sweep).isOneCallEach ? "Call" : "Calls")) { .text($0.population?.rawValue ?? "–") }
        rows.add(.text("Note"), ifAny: { $0.hasNote }) { $0.note }
        return rows.table(label: "Configurations")
    }

    /// What a row is, where that is not plain.
    var note: String? {
        let words = SweepWords(sweep: sweep)
        guard sweep.kind.isWarm else {
            if words.isOneCallEach { return "It is not known which calls were cold." }
            let isSingle = !sweep.configurations.contains { $0.n > 1 }
            let what = isSingle ? words.single(of: .ttft) : "a median of \(words.population(of: .ttft))"
            return "Each TTFT is \(what). Output is of all calls of \(words.article) \(words.measuredThing)."
        }
        return words.isOneCallEach
            ? nil : "Warm and cold calls have a row each, with the medians over the \(words.measuredThing)s; output is of one call."
    }
}

extension SweepRow {
    fileprivate var hasNote: Bool { isOnFront || !configuration.failures.isEmpty || !configuration.excluded.isEmpty || population == nil }

    fileprivate var note: Table.Cell {
        let failures = configuration.failures
        let excluded = configuration.excluded
        if failures.isEmpty, let reason = excluded.first?.exclusion?.reason {
            let (some, all) = (excluded.count, configuration.executions.count)
            return .verdict(.excluded, some == all ? "excluded" : "\(some) of \(all) excluded", detail: reason)
        }
        guard !failures.isEmpty else { return isOnFront ? .text("on the front") : population == nil ? .faint("not measured") : .blank }
        let cause = failures.lazy.compactMap(\.execution.cause).first.map { ": \($0)" } ?? ""
        let total = configuration.executions.count
        let count = total > 1 ? "\(failures.count) of \(total) failed" : "failed"
        return .verdict(.failed, count + cause, detail: isOnFront ? "on the front" : nil)
    }
}
