import AgentRuns
import Diagnostics
import Files
import SystemPackage
import TOMLReading

extension NamedFigures {
    /// A file of such entries: what it and its tables are called, and what each entry has to say.
    struct File {
        let name: String
        let table: String
        let needed: Set<Key>
    }

    enum Key: String, CaseIterable {
        case run, metric, reason
    }

    /// Reads the entries of a file of the content folder; a site without the file has none.
    static func load(
        _ file: File, content: FilePath, runs: [Run], reporting diagnostics: inout [Diagnostic]
    ) -> [NamedFigures] {
        guard var reader = TOMLSource.load(content.appending(file.name), reporting: &diagnostics) else { return [] }
        var found: [NamedFigures] = []
        for var table in reader.tables(file.table) ?? [] {
            if let entry = read(&table, needed: file.needed, runs: runs) { found.append(entry) }
            diagnostics += table.finish()
        }
        diagnostics += reader.finish()
        return found
    }

    private static func read(_ table: inout TOMLTableReader, needed: Set<Key>, runs: [Run]) -> NamedFigures? {
        let written = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, table.string($0.rawValue)) })
        let (slot, by) = (table.string("slot"), table.string("by"))
        var date: Timestamp?
        if let written = table.date("date") {
            date = Timestamp(written.uppercased())
            if date == nil { table.report("'date' has more digits than a time can keep", at: "date") }
        }
        let missing = Key.allCases.filter { needed.contains($0) && written[$0] == .some(nil) }
        for key in missing { table.reportMissing(key.rawValue) }
        guard missing.isEmpty, let run = written[.run] ?? nil else { return nil }
        let metric = written[.metric] ?? nil
        guard isKnown(run, slot, metric, runs, &table) else { return nil }
        return NamedFigures(
            run: run, slot: slot, metric: metric.map(MetricID.init(rawValue:)), reason: written[.reason] ?? nil, by: by, date: date)
    }

    /// Whether there are such figures; what there is not is said, with the likeliest name.
    private static func isKnown(_ run: String, _ slot: String?, _ metric: String?, _ runs: [Run], _ table: inout TOMLTableReader) -> Bool {
        guard let known = runs.first(where: { $0.id == run }) else {
            table.report("no run has the id '\(run)'\(suggestion(for: run, among: runs.map(\.id)))", at: "run")
            return false
        }
        if let slot, !known.executions.contains(where: { $0.slot == slot }) {
            table.report("the run has no slot '\(slot)'\(suggestion(for: slot, among: known.executions.map(\.slot)))", at: "slot")
            return false
        }
        let measured = Set(known.executions.flatMap(\.metrics.keys)).union(Metric.registry.map(\.id)).map(\.rawValue).sorted()
        if let metric, !measured.contains(metric) {
            table.report("unknown metric '\(metric)'\(suggestion(for: metric, among: measured))", at: "metric")
            return false
        }
        return true
    }
}
