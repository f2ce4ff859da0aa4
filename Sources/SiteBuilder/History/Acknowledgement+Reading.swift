import AgentRuns
import Diagnostics
import Files
import SystemPackage
import TOMLReading

extension Acknowledgement {
    /// Reads `acknowledged.toml` of a content folder; a site without one acknowledges nothing.
    static func load(content: FilePath, runs: [Run], reporting diagnostics: inout [Diagnostic]) -> [Acknowledgement] {
        guard var reader = TOMLSource.load(content.appending("acknowledged.toml"), reporting: &diagnostics) else { return [] }
        var found: [Acknowledgement] = []
        for var table in reader.tables("acknowledged") ?? [] {
            if let entry = read(&table, runs: runs) { found.append(entry) }
            diagnostics += table.finish()
        }
        diagnostics += reader.finish()
        return found
    }

    private static func read(_ table: inout TOMLTableReader, runs: [Run]) -> Acknowledgement? {
        let run = table.string("run")
        let slot = table.string("slot")
        let metric = table.string("metric")
        let reason = table.string("reason")
        let by = table.string("by")
        var date: Timestamp?
        if let written = table.date("date") {
            date = Timestamp(written.uppercased())
            if date == nil { table.report("'date' has more digits than a time can keep", at: "date") }
        }
        guard let run, let metric else {
            if run == nil { table.reportMissing("run") }
            if metric == nil { table.reportMissing("metric") }
            return nil
        }
        guard let known = runs.first(where: { $0.id == run }) else {
            table.report("no run has the id '\(run)'\(suggestion(for: run, among: runs.map(\.id)))", at: "run")
            return nil
        }
        if let slot, !known.executions.contains(where: { $0.slot == slot }) {
            table.report("the run has no slot '\(slot)'\(suggestion(for: slot, among: known.executions.map(\.slot)))", at: "slot")
            return nil
        }
        let measured = Set(known.executions.flatMap(\.metrics.keys)).union(Metric.registry.map(\.id)).map(\.rawValue).sorted()
        guard measured.contains(metric) else {
            table.report("unknown metric '\(metric)'\(suggestion(for: metric, among: measured))", at: "metric")
            return nil
        }
        return Acknowledgement(run: run, slot: slot, metric: MetricID(rawValue: metric), reason: reason, by: by, date: date)
    }
}
