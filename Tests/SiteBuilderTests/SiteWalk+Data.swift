import AgentRuns
import Foundation
import RunStatistics

@testable import SiteBuilder

/// The data files, the feed and the comparison of the newest states.
extension SiteWalk {
    mutating func lookAtData() {
        let series = Dictionary(rows(of: "series").map { ($0["series"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        for state in states {
            let (id, row) = (state.trajectory.id, series[state.trajectory.id] ?? [:])
            let first = state.first
            expect(row["verdict"], first?.judgement.verdict.rawValue ?? "", "verdict", of: id, at: "series.csv")
            expect(row["kind"], first?.kind?.rawValue ?? "", "kind", of: id, at: "series.csv")
            expect(row["since_run"], first.map { self.state(of: $0).runID($0.since) } ?? "", "since", of: id, at: "series.csv")
            expect(row["acknowledged"] == "", first?.acknowledgement == nil, "whether nobody acknowledged it", of: id, at: "series.csv")
            expect(Double(row["before"] ?? ""), state.standing?.before?.value, "before", of: id, at: "series.csv")
            if let standing = state.standing {
                expect(Double(row["now"] ?? ""), state.failure == nil ? standing.now?.value : nil, "now", of: id, at: "series.csv")
            }
            lookAtHistoryData(state)
        }
        let changes = rows(of: "changes")
        expect(
            changes.map { $0["series"] }, model.standouts.map { self.state(of: $0).trajectory.id }, "series", of: "what stands out", at: "changes.csv"
        )
        for (row, standing) in zip(changes, model.standouts) {
            let state = state(of: standing)
            let id = state.trajectory.id
            expect(row["verdict"], standing.judgement.verdict.rawValue, "verdict", of: id, at: "changes.csv")
            expect(row["kind"], standing.kind?.rawValue ?? "", "kind", of: id, at: "changes.csv")
            expect(row["since_run"], state.runID(standing.since), "since", of: id, at: "changes.csv")
            expect(row["runs_since"], String(standing.runsSince), "runs since", of: id, at: "changes.csv")
            expect(Double(row["before"] ?? ""), standing.before?.value, "before", of: id, at: "changes.csv")
            expect(Double(row["now"] ?? ""), standing.now?.value, "now", of: id, at: "changes.csv")
            expect(Double(row["ratio"] ?? ""), standing.difference?.ratio, "ratio", of: id, at: "changes.csv")
        }
    }

    private mutating func lookAtHistoryData(_ state: SeriesState) {
        guard let standing = state.standing, let newest = state.newestUsable else { return }
        let (id, place) = (state.trajectory.id, "a history's csv")
        let rows = rows(of: "history/\(id)")
        expect(rows.count, state.trajectory.points.count, "number of runs", of: id, at: place)
        guard rows.count == state.trajectory.points.count else { return }
        if standing.acknowledgement != nil {
            expect(
                rows[standing.since]["acknowledged"] != "" || standing.acknowledgement?.reason == nil, "is not called acknowledged", of: id, at: place
            )
        }
        for (index, mark) in expectedMarks(standing, newest) where mark != "acknowledged" {
            expect(rows[index]["verdict"]?.replacing("_", with: "-"), mark, "verdict of \(state.runID(index))", of: id, at: place)
        }
        if standing.isChange, standing.acknowledgement == nil, standing.kind != .drift, let ratio = standing.difference?.ratio {
            expect(
                Double(rows[newest]["ratio"] ?? "").map { abs($0 / ratio - 1) < 1e-6 }, true, "ratio \(rows[newest]["ratio"] ?? "")", of: id,
                at: place)
        }
        for index in rows.indices where ["regression", "improvement"].contains(rows[index]["verdict"] ?? "") {
            guard let ratio = Double(rows[index]["ratio"] ?? "") else { continue }
            let least = model.rules(for: state.trajectory.key.measure.metric).leastChange
            expect(abs(ratio - 1) >= least, "\(rows[index]["run"] ?? "") is a change below \(least)", of: id, at: place)
        }
        let json = (files["data/history/\(id).json"]?.data(using: .utf8)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
        let objects = json as? [[String: Any]] ?? (json as? [String: Any])?["rows"] as? [[String: Any]] ?? []
        expect(objects.map { $0["verdict"] as? String ?? "" }, rows.map { $0["verdict"] ?? "" }, "verdicts in JSON", of: id, at: place)
    }

    /// The rows of a data file, by column; cells in quotation marks may hold commas and further marks.
    private func rows(of name: String) -> [[String: String]] {
        let lines = (files["data/\(name).csv"] ?? "").split(whereSeparator: \.isNewline).map { Self.cells(of: $0) }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

extension SiteWalk {
    mutating func lookAtFeed() {
        let entries = (files["regressions.atom"] ?? "").components(separatedBy: "<entry>").dropFirst()
        expect(entries.count, model.standouts.count, "number of entries", of: "what stands out", at: "feed")
        for (entry, standing) in zip(entries, model.standouts) {
            let state = state(of: standing)
            let id = state.trajectory.id
            let title = SaidTable.text(entry.captures(#/<title>([^<]*)</title>/#).first ?? "")
            let summary = SaidTable.text(entry.captures(#/<summary>([^<]*)</summary>/#).first ?? "")
            let words = [
                "regression": " regressed: ", "improvement": " improved: ", "acknowledged": " acknowledged: ", "failed": "newest run failed",
            ]
            expect(title.contains(words[Self.mark(of: standing)] ?? "?"), "is titled '\(title)'", of: id, at: "feed")
            expect(
                entry.contains("/\(state.page)\"") || entry.contains("\"\(state.page)\"") || files[state.page] == nil, "is linked elsewhere", of: id,
                at: "feed")
            expect(summary.contains(" Since \(state.runID(standing.since))."), "has no since: \(summary)", of: id, at: "feed")
            expect(standing.isChange || !Self.saysChange(summary), "speaks of a change: \(summary)", of: id, at: "feed")
            guard let difference = standing.difference, !standing.hasFailed, let at = title.firstRange(of: "ed: ") else { continue }
            let size = String(title[at.upperBound...])
            let exact = difference.ratio.map { size.hasPrefix("×") ? $0 : ($0 - 1) * 100 } ?? difference.difference
            expect(SaidFigure(size)?.isNear(exact), true, "size '\(size)'", of: id, at: "feed")
        }
    }
}
