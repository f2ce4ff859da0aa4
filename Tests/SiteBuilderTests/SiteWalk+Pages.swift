import AgentRuns
import Foundation
import RunStatistics

@testable import SiteBuilder

/// The pages of series, of runs and of suites.
extension SiteWalk {
    mutating func lookAtHistories() {
        for state in states where state.trajectory.points.count > 1 {
            guard let html = files[state.page] else {
                expect(false, "has no page", of: state.trajectory.id, at: "history page")
                continue
            }
            lookAtLede(html, state)
            lookAtChanges(html, state)
            lookAtTable(SaidTable("Runs of this series", in: html, at: state.page), state, at: "table of a history page")
        }
    }

    private mutating func lookAtLede(_ html: String, _ state: SeriesState) {
        let (id, place) = (state.trajectory.id, "lede of a history page")
        let markup = html.components(separatedBy: "<p class=\"lede\">").dropFirst().first?.components(separatedBy: "</p>").first ?? ""
        let lede = SaidTable.text(markup)
        if let failure = state.failure {
            expect(
                lede.hasPrefix(failure.runsSince == 1 ? "The newest run failed" : "The newest "), "does not begin with the failure: \(lede)", of: id,
                at: place)
        }
        guard let standing = state.standing else {
            return expect(!Self.saysChange(lede), "speaks of a change without a standing: \(lede)", of: id, at: place)
        }
        let words: String
        switch (standing.acknowledgement != nil, standing.judgement.verdict) {
        case (true, _): words = "that change is acknowledged"
        case (_, .regression): words = ": regression"
        case (_, .improvement): words = ": improvement"
        default: words = standing.kind == .back ? "is no improvement and no regression" : ""
        }
        expect(words.isEmpty || lede.contains(words), "has no '\(words)': \(lede)", of: id, at: place)
        expect(!state.isQuiet || !Self.saysChange(lede), "speaks of a change: \(lede)", of: id, at: place)
        if standing.judgement.verdict == .noChange, standing.kind == nil, standing.acknowledgement == nil {
            expect(lede.contains("no change in"), "does not say no change: \(lede)", of: id, at: place)
        }
        let newest = state.newestUsable.flatMap { state.trajectory.points[$0].value?.value }
        let bold = [.drift, .unstable].contains(standing.kind) ? newest : standing.now?.value
        let said = markup.captures(#/<strong>([^<]*)</strong>/#).first ?? ""
        let isNear = SaidFigure(SaidTable.text(said)).map { figure in [1, 1e-3, 1e3].contains { figure.isNear((bold ?? .nan) * $0) } }
        expect(isNear, true, "bold figure \(said) for \(bold ?? .nan)", of: id, at: place)
        if standing.isChange, standing.kind != .newest {
            let day = StandingWords(standing, in: model).day
            expect(lede.contains("since \(day)") || lede.contains("change of \(day)"), "has no day \(day): \(lede)", of: id, at: place)
        }
    }

    private mutating func lookAtChanges(_ html: String, _ state: SeriesState) {
        let (id, place) = (state.trajectory.id, "changes of a history page")
        let rows = SaidTable("Changes of this series", in: html, at: state.page).rows
        expect(rows.count, state.trajectory.changes.count, "number of changes", of: id, at: place)
        // Runs that lay apart alone stand between the changes of the level, and say nothing of it.
        guard let standing = state.standing, let change = state.trajectory.levelChanges.last, rows.indices.contains(change.number - 1) else { return }
        let last = rows[change.number - 1]
        if standing.acknowledgement != nil {
            expect(last.mark, "acknowledged", "last change", of: id, at: place)
        } else if change.start >= standing.since, standing.kind != .drift {
            expect(last.mark, standing.judgement.verdict.mark, "last change", of: id, at: place)
        }
    }

    /// The rows of the newest run that counts and of the run since which the series is as it is.
    private mutating func lookAtTable(_ table: SaidTable, _ state: SeriesState, at place: String) {
        guard let standing = state.standing, let newest = state.newestUsable else { return }
        let byRun = Dictionary(table.rows.compactMap { row in row.links.first.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        for (index, mark) in expectedMarks(standing, newest) {
            guard let row = byRun["runs/\(state.runID(index)).html"] else { continue }
            let hasFailed = state.trajectory.points[index].state == .failed
            expect(row.mark, hasFailed ? "failed" : mark, "verdict of \(state.runID(index))", of: state.trajectory.id, at: place)
        }
    }

    /// What the run since which a series is as it is and its newest one are called: those of a drift by their own values, of which the first need
    /// not be beyond what counts.
    func expectedMarks(_ standing: Standing, _ newest: Int) -> [(index: Int, mark: String)] {
        if standing.acknowledgement != nil {
            // Right after an accepted change there is nothing yet that a run could be held against.
            let isHeld = states[standing.trajectory].trajectory.points[newest].limits != nil
            return [(standing.since, "acknowledged")] + (newest != standing.since && isHeld ? [(newest, "no-change")] : [])
        }
        let mark = standing.judgement.verdict.mark
        if standing.kind == .drift { return [] }
        // Since when runs scatter more or go back and forth says nothing of the level of the first of them.
        return standing.isChange && newest != standing.since ? [(standing.since, mark), (newest, mark)] : [(newest, mark)]
    }
}

extension SiteWalk {
    /// Runs that are the newest of all their series, and those since which a series is as it is: each on its page and in every table of runs.
    mutating func lookAtRuns() {
        let tables = model.suites.flatMap { pages(of: $0.path.text) }.flatMap { SaidTable("Runs", in: $0.html, at: $0.path).rows }
        let listed = Dictionary(tables.compactMap { row in row.links.first.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        let all = pages(of: "runs/index.html").flatMap { SaidTable("Runs", in: $0.html, at: $0.path).rows }
        let everywhere = Dictionary(all.compactMap { row in row.links.first.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        for run in model.runs {
            guard let mark = expectedMark(of: run) else { continue }
            let path = "runs/\(run.id).html"
            let html = files[path] ?? ""
            let line = html.components(separatedBy: "<p class=\"state\">").dropFirst().first?.components(separatedBy: "</p>").first ?? ""
            expect(SaidVerdict(line)?.mark, mark, "verdict", of: run.id, at: "state line of a run page")
            expect(listed[path]?.mark, mark, "verdict", of: run.id, at: "runs of a suite page")
            expect(everywhere[path]?.mark, mark, "verdict", of: run.id, at: "list of runs")
            if mark == "no-change" {
                expect(!Self.saysChange(SaidTable.text(line)), "speaks of a change: \(line)", of: run.id, at: "state line of a run page")
            }
        }
    }

    /// The worst that is said of a run's series; `nil` for a run of which only some series tell.
    private func expectedMark(of run: Run) -> String? {
        let observations = model.observations(of: run)
        if observations.contains(where: { $0.exclusion != nil || $0.isInvalid }) || model.exclusions(of: run).isEmpty == false { return nil }
        let places = model.places(of: run).map { (state: states[$0.trajectory], index: $0.point) }
        if observations.contains(where: \.hasFailed) { return "failed" }
        var marks: [String] = []
        for (state, index) in places {
            guard let standing = state.standing, let newest = state.newestUsable else { continue }
            guard state.trajectory.points[index].isUsable else { return nil }
            let known = expectedMarks(standing, newest)
            if let mark = known.first(where: { $0.index == index })?.mark {
                marks.append(mark)
            } else if state.standing?.kind == .drift, index == newest {
                marks.append(standing.judgement.verdict.mark)
            } else {
                // A run inside a history: its worst is at least that of the series that begin to be worse with it.
                marks.append("")
            }
        }
        let order = ["regression", "acknowledged", "improvement", "no-change"]
        if marks.isEmpty { return nil }
        return marks.contains("regression") ? "regression" : marks.contains("") ? nil : order.first { marks.contains($0) }
    }

    /// The tallies of the home page, each against what is listed of its suite's series.
    mutating func lookAtSuites() {
        for group in model.suites {
            lookAtOpening(files[group.path.text] ?? "", of: model.standouts.filter { isOf(group, state(of: $0)) }, "a suite page")
        }
        let html = files["index.html"] ?? ""
        for part in html.components(separatedBy: "<ul class=\"multiples\">").dropFirst() {
            for item in part.components(separatedBy: "<li>\n<h3>").dropFirst() {
                let tally = item.components(separatedBy: "<ul class=\"tally\">").dropFirst().first?.components(separatedBy: "</ul>").first ?? ""
                let suite = SaidTable.links(in: item, from: "index.html").first ?? ""
                lookAtTally(tally, of: suite)
            }
        }
    }

    /// Whether the newest run of a series is in a suite.
    private func isOf(_ group: RunGroup, _ state: SeriesState) -> Bool {
        guard case .suite(let suite) = group.subject else { return false }
        return state.trajectory.points.last { $0.state != .excluded }?.run.suite == suite
    }

    private mutating func lookAtTally(_ tally: String, of page: String) {
        guard let group = model.suites.first(where: { $0.path.text == page }) else { return expect(false, "is no suite", of: page, at: "tally") }
        let standouts = model.standouts.filter { isOf(group, state(of: $0)) }
        let own = states.filter { isOf(group, $0) }
        let still = own.count { $0.failure == nil && $0.standing?.judgement.verdict == .noChange && $0.standing?.acknowledgement == nil }
        let expected = [
            "regressed": standouts.count { $0.acknowledgement == nil && $0.judgement.verdict == .regression },
            "improved": standouts.count { $0.acknowledgement == nil && $0.judgement.verdict == .improvement },
            "acknowledged": standouts.count { $0.acknowledgement != nil }, "no change": still,
            "failed": standouts.count { $0.acknowledgement == nil && $0.hasFailed },
        ]
        for (word, count) in expected {
            let said = SaidTable.text(tally.replacing("</li>", with: ";")).split(separator: ";").first { $0.hasSuffix(" \(word)") }
            expect(
                said.flatMap { SaidFigure(String($0)).map { Int($0.value) } } ?? 0, count, "number that is \(word)", of: group.subject.name,
                at: "tally")
        }
    }
}
