import AgentRuns
import Diagnostics
import Files
import SystemPackage
import TOMLReading

extension SeriesEdits {
    /// Reads `series.toml` of a content folder.
    ///
    /// - Parameter keys: gives the series that the runs have, against which the ids are checked; asked only where there is such a file.
    static func load(content: FilePath, keys: () -> [TrajectoryKey], reporting diagnostics: inout [Diagnostic]) -> SeriesEdits {
        var edits = SeriesEdits()
        guard var reader = TOMLSource.load(content.appending("series.toml"), reporting: &diagnostics) else { return edits }
        let measures = Dictionary(keys().flatMap { [($0.id, [$0.measure]), ($0.agent.id, [$0.measure])] }, uniquingKeysWith: +)
        for var table in reader.tables("rename") ?? [] {
            let (from, to) = (table.string("from"), table.string("to"))
            if from == nil { table.reportMissing("from") }
            if to == nil { table.reportMissing("to") }
            if let from, let to, known(from, "from", measures, &table), isPath(to, "to", &table), agree([from, to], "to", measures, &table) {
                edits.renames.append(Rename(from: SeriesPattern(text: from), to: SeriesPattern(text: to)))
            }
            diagnostics += table.finish()
        }
        for var table in reader.tables("join") ?? [] {
            let (series, reason) = (table.strings("series"), table.string("reason"))
            if series == nil { table.reportMissing("series") }
            if reason == nil { table.reportMissing("reason") }
            if let series, let reason {
                if series.count < 2, series.first?.contains("*") != true {
                    table.report("'series' must name at least two series, the newest last, or a pattern with '*'", at: "series")
                } else if series.allSatisfy({ known($0, "series", measures, &table) }), agree(series, "series", measures, &table) {
                    edits.joins.append(Join(series: series.map { SeriesPattern(text: $0) }, reason: reason))
                }
            }
            diagnostics += table.finish()
        }
        diagnostics += reader.finish()
        return edits
    }

    private static func known(_ id: String, _ key: String, _ measures: [String: [Measure]], _ table: inout TOMLTableReader) -> Bool {
        let pattern = SeriesPattern(text: id)
        if measures[id] != nil || (pattern.hasWildcards && measures.keys.contains { pattern.match($0) != nil }) { return true }
        if pattern.hasWildcards {
            table.report("no series fits the pattern '\(id)'", at: key)
            return false
        }
        let hint = suggestion(for: id, among: measures.keys.sorted())
        table.report("no series has the id '\(id)'\(hint)", at: key)
        return false
    }

    private static func isPath(_ id: String, _ key: String, _ table: inout TOMLTableReader) -> Bool {
        if isSafePath(id.replacing("*", with: "x")), id == id.lowercased() { return true }
        table.report(
            "'\(key)' must be a path of lower-case letters, digits, '-', '_' and '.', as the addresses of history pages are; '*' stands for what that of 'from' does",
            at: key)
        return false
    }

    /// Values of different definitions or units are never made one series.
    private static func agree(_ ids: [String], _ key: String, _ measures: [String: [Measure]], _ table: inout TOMLTableReader) -> Bool {
        // Ids of agents stand for all their measures, which are joined one by one, each with its like.
        let single = ids.compactMap { id in measures[id].flatMap { Set($0).count == 1 ? $0.first : nil } }
        guard single.count == ids.count, Set(single).count > 1 else { return true }
        table.report("these series differ in metric, unit or definition, and values of different kinds are never one series", at: key)
        return false
    }
}
