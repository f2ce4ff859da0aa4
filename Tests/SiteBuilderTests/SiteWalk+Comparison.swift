import AgentRuns
import Foundation
import RunStatistics

@testable import SiteBuilder

/// `compare --latest` in each of its forms, and its gate.
extension SiteWalk {
    mutating func lookAtComparison() {
        var report = ComparisonReport()
        report.comparison = .latest(in: model)
        lookAtGate(report)
        lookAtJSON(Data(report.rendered(as: .json) ?? []))
        lookAtText(String(decoding: report.rendered(as: .text, width: 1000) ?? [], as: UTF8.self))
        lookAtMarkdown(String(decoding: report.rendered(as: .markdown) ?? [], as: UTF8.self))
        lookAtDocument(String(decoding: report.rendered(as: .html) ?? [], as: UTF8.self))
        for metric in Set(states.map(\.trajectory.key.measure.metric.rawValue)) { lookAtOne(metric) }
    }

    /// Everything that is said of a series there: that its newest run failed, and what stands out besides; else where it stands.
    private var answers: [(state: SeriesState, standing: Standing?)] {
        states.filter { $0.trajectory.points.contains { $0.state != .excluded } }.flatMap { state -> [(SeriesState, Standing?)] in
            guard let failure = state.failure else { return [(state, state.standing)] }
            let isOfRuns = state.trajectory.key.measure.failureBasis == .runs
            return [(state, failure)] + (state.standing.map { $0.standsOut && !isOfRuns ? [(state, $0)] : [] } ?? [])
        }
    }

    private func word(_ answer: (state: SeriesState, standing: Standing?)) -> String {
        answer.standing?.judgement.verdict.rawValue
            ?? (answer.state.trajectory.unjudged != nil || answer.state.trajectory.newest?.state == .invalid ? "not_comparable" : "not_enough_data")
    }

    private mutating func lookAtGate(_ report: ComparisonReport) {
        let open = model.standouts.filter(\.isOpen)
        let messages = (report.openRegressions ?? []).map { SaidTable.text($0.message) }
        expect(messages.count, open.count, "number of messages", of: "open changes", at: "gate")
        for (message, standing) in zip(messages, open) {
            let state = state(of: standing)
            let begins = standing.hasFailed ? "failed: \(state.trajectory.key.slot)" : "regression: \(state.trajectory.name) "
            expect(message.hasPrefix(SaidTable.text(begins)), "is '\(message)'", of: state.trajectory.id, at: "gate")
            if !standing.hasFailed {
                expect(message.contains("(since \(state.runID(standing.since))"), "has no since: '\(message)'", of: state.trajectory.id, at: "gate")
            }
        }
        // The rows that a script would take for open are those of the same series.
        let rows = report.comparison?.openRegressions.filter { $0.verdict == .regression }.count
        expect(rows, open.count { $0.judgement.verdict == .regression }, "number of rows", of: "open regressions", at: "gate")
    }

    private mutating func lookAtJSON(_ data: Data) {
        let rows = ((try? JSONSerialization.jsonObject(with: data)) as? [String: Any])?["rows"] as? [[String: Any]] ?? []
        func key(_ row: [String: Any]) -> String { ["scenario", "slot", "model", "metric"].map { row[$0] as? String ?? "" }.joined(separator: "/") }
        func text(_ value: Double?) -> String { value.map { String(format: "%.9g", $0) } ?? "null" }
        func center(_ row: [String: Any], _ side: String) -> Double? { (row[side] as? [String: Any])?["center"] as? Double }
        let said = Dictionary(grouping: rows, by: key).mapValues { rows in
            rows.map { row in
                let words = ["verdict", "kind", "since"].map { row[$0] as? String ?? "null" }
                return (words + ["\(row["acknowledged"] as? Bool ?? false)", text(center(row, "a")), text(center(row, "b"))]).joined(separator: " ")
            }.sorted()
        }
        let stands = Dictionary(grouping: answers) { answer in
            let key = answer.state.trajectory.key
            return [key.scenario, key.slot == TrajectoryKey.Agent.together ? nil : key.slot, key.configuration.model, key.measure.metric.rawValue].map { $0 ?? "" }
                .joined(separator: "/")
        }.mapValues { answers in
            answers.map { answer in
                let (state, standing) = (answer.state, answer.standing)
                let words = [word(answer), standing?.kind?.rawValue ?? "null", standing.map { self.state(of: $0).runID($0.since) } ?? "null"]
                let hasFailed = standing?.hasFailed == true
                let now = hasFailed ? nil : standing.map { $0.now?.value } ?? model.now(of: state.trajectory)?.value
                return (words + ["\(standing?.acknowledgement != nil)", text(state.standing?.before?.value), text(now)]).joined(separator: " ")
            }.sorted()
        }
        for key in Set(said.keys).union(stands.keys).sorted() {
            expect(said[key] ?? [], stands[key] ?? [], "rows", of: key, at: "compare --latest, JSON")
        }
    }

    /// How many rows of a table came to each verdict.
    private mutating func expect(_ words: [String], matters: Bool, at place: String) {
        let listed = answers.filter { $0.state.standing?.before != nil || $0.standing?.hasFailed == true }
        let stands = listed.map { $0.standing?.acknowledgement != nil ? "acknowledged" : word($0).replacing("_", with: " ") }
        for verdict in ["regression", "improvement", "failed", "acknowledged"] + (matters ? [] : ["no change", "not enough data"]) {
            let expected = stands.count { $0 == verdict }
            expect(words.count { $0 == verdict }, expected, "number of rows that are \(verdict)", of: "all series", at: place)
        }
    }

    /// `regression, the newest run alone` without what follows the verdict; what is acknowledged is called so, whatever it is.
    private func verdict(_ cell: String) -> String {
        cell.hasSuffix(", acknowledged") ? "acknowledged" : String(cell.split(separator: ",").first ?? "").trimmingCharacters(in: .whitespaces)
    }

    private mutating func lookAtText(_ text: String) {
        let lines = text.components(separatedBy: "\n")
        guard let head = lines.firstIndex(where: { $0.hasPrefix("series") }) else {
            return expect(false, "has no table", of: "all series", at: "compare --latest, text")
        }
        let rows = lines[(head + 1)...].prefix { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
        let cells = rows.map { $0.replacing(#/ {2,}/#, with: "\u{1}").split(separator: "\u{1}").last.map(String.init) ?? "" }
        expect(cells.map(verdict), matters: false, at: "compare --latest, text")
        lookAtCounts(in: lines.prefix(head).joined(separator: " "), at: "headline of compare --latest, text")
    }

    private mutating func lookAtMarkdown(_ text: String) {
        let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        let cells = rows.map { $0.components(separatedBy: " | ").last?.replacing(" |", with: "") ?? "" }
        let more = text.captures(#/and (\d+) more/#).first.flatMap { Int($0) } ?? 0
        let listed = answers.count { $0.standing?.standsOut == true }
        expect(rows.count + more, listed, "number of rows", of: "all series", at: "compare --latest, Markdown")
        if more == 0 { expect(cells.map(verdict), matters: true, at: "compare --latest, Markdown") }
        lookAtCounts(in: text, at: "headline of compare --latest, Markdown")
        let counts = SaidTable.text(text.split(separator: "\n").last.map(String.init) ?? "").components(separatedBy: ";")[0].components(
            separatedBy: ", ")
        for (one, many, verdict) in [
            ("regression", "regressions", "regression"), ("improvement", "improvements", "improvement"),
            ("acknowledged", "acknowledged", "acknowledged"),
        ] {
            let said = counts.first { $0.hasSuffix(" \(one)") || $0.hasSuffix(" \(many)") }.flatMap { SaidFigure($0).map { Int($0.value) } } ?? 0
            let stands = answers.count { $0.standing.map { Self.mark(of: $0) } == verdict }
            expect(said, stands, "number of \(many)", of: "all series", at: "counts of compare --latest, Markdown")
        }
    }

    private mutating func lookAtDocument(_ html: String) {
        let rows = html.components(separatedBy: "<table class=\"compare\">").last?.components(separatedBy: "<tr>") ?? []
        let marks = rows.compactMap { SaidVerdict($0)?.mark.replacing("-", with: " ") }
        expect(marks.count, answers.count, "number of rows", of: "all series", at: "compare --latest, HTML")
        for verdict in ["regression", "improvement", "failed", "acknowledged", "no change"] {
            let stands = answers.count { $0.standing.map { Self.mark(of: $0).replacing("-", with: " ") } == verdict }
            expect(marks.count { $0 == verdict }, stands, "number of rows that are \(verdict)", of: "all series", at: "compare --latest, HTML")
        }
        let tally = html.components(separatedBy: "<ul class=\"tally\">").dropFirst().first?.components(separatedBy: "</ul>").first ?? ""
        for item in tally.components(separatedBy: "<li>").dropFirst() {
            guard let said = SaidVerdict(item) else { continue }
            let mark = said.mark.replacing("-", with: " ")
            expect(
                SaidFigure(said.word).map { Int($0.value) }, marks.count { $0 == mark }, "number that is \(mark)", of: "all series",
                at: "tally of compare --latest, HTML")
        }
    }

    /// `3 of 20 series regressed and 1 improved` against what stands out.
    private mutating func lookAtCounts(in text: String, at place: String) {
        let open = model.standouts.filter { $0.acknowledgement == nil }
        guard let found = text.firstMatch(of: #/(\d+) of (\d+) series regressed and (none|\d+) improved/#) else { return }
        expect(Int(found.1), open.count { $0.judgement.verdict == .regression }, "number that regressed", of: "all series", at: place)
        expect(Int(found.3) ?? 0, open.count { $0.judgement.verdict == .improvement }, "number that improved", of: "all series", at: place)
        expect(Int(found.2), model.standings.count(where: \.isTested), "number that was tested", of: "all series", at: place)
    }

    /// Where one metric is asked for, the heading counts the rows of that metric, and what failed.
    private mutating func lookAtOne(_ metric: String) {
        let comparison = Comparison.latest(in: model, metrics: [metric])
        let headline = ComparisonWords(comparison: comparison).headline
        guard let found = headline.firstMatch(of: #/(\d+) of (\d+) series regressed/#) else { return }
        let rows = comparison.rows.count { $0.verdict == .regression && $0.acknowledgement == nil }
        expect(Int(found.1), rows, "number that regressed", of: metric, at: "headline of compare --latest --metric")
    }
}
