import AgentRuns
import Foundation
import RunStatistics

@testable import SiteBuilder

/// A walk over everything that a site says of its series, which notes each place that says something else than where they stand.
struct SiteWalk {
    let model: SiteModel
    let files: [String: String]
    let states: [SeriesState]
    private(set) var contradictions: [String] = []
    /// How much was looked at, so that a walk that finds no rows does not pass for one that finds no contradiction.
    private(set) var looks: [String: Int] = [:]

    init(_ model: SiteModel) async {
        self.model = model
        files = await model.site()
        states = SeriesState.all(in: model)
        lookAtLists()
        lookAtHistories()
        lookAtRuns()
        lookAtSuites()
        lookAtData()
        lookAtFeed()
        lookAtComparison()
    }

    mutating func expect<Said: Equatable>(_ said: Said, _ stands: Said, _ what: @autoclosure () -> String, of series: String, at place: String) {
        looks[place, default: 0] += 1
        if said != stands { contradictions.append("\(place): \(what()) of \(series) is said to be \(said), and stands at \(stands)") }
    }

    mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String, of series: String, at place: String) {
        looks[place, default: 0] += 1
        if !holds { contradictions.append("\(place): \(series): \(what())") }
    }

    /// The files of a list that goes on over several pages, first to last.
    func pages(of first: String) -> [(path: String, html: String)] {
        let stem = String(first.dropLast(".html".count))
        let further = (2...200).lazy.map { "\(stem)~\($0).html" }.prefix { files[$0] != nil }
        return ([first] + further).compactMap { path in files[path].map { (path, $0) } }
    }

    func state(of standing: Standing) -> SeriesState { states[standing.trajectory] }

    static func mark(of standing: Standing) -> String {
        standing.acknowledgement != nil ? "acknowledged" : standing.judgement.verdict.mark
    }
}

extension SiteWalk {
    private mutating func lookAtLists() {
        let standouts = model.standouts
        for (path, limit) in [("index.html", 10), ("regressions.html", Int.max)] {
            let html = files[path] ?? ""
            let rows = SaidTable("Changes", in: html, at: path).rows
            expect(rows.count, min(standouts.count, limit), "number of rows", of: "all series", at: path)
            for (row, standing) in zip(rows, standouts) { look(at: row, standing, path) }
            lookAtHeadline(html, path)
        }
        lookAtOpening(files["history/index.html"] ?? "", of: standouts, "history index")
        let rows = pages(of: "history/index.html").flatMap { SaidTable("Series", in: $0.html, at: $0.path).rows }
        let shown = states.filter { $0.trajectory.points.count > 1 }
        expect(rows.count, shown.count, "number of rows", of: "all series", at: "history index")
        for (row, state) in zip(rows, shown) {
            let id = state.trajectory.id
            expect(row.links.first, state.page, "link", of: id, at: "history index")
            expect(row.mark, state.mark, "verdict", of: id, at: "history index")
            if state.failure == nil, let now = state.standing?.now?.value { expectFigure(row.cells, now, of: state, at: "history index") }
            expect(state.failure == nil || row.cells.contains("failed"), "is not called failed", of: id, at: "history index")
            expect(!state.isQuiet || !Self.saysChange(row.detail ?? ""), "speaks of a change: \(row.detail ?? "")", of: id, at: "history index")
        }
    }

    private mutating func look(at row: SaidTable.Row, _ standing: Standing, _ path: String) {
        let state = state(of: standing)
        let id = state.trajectory.id
        expect(row.mark, Self.mark(of: standing), "verdict", of: id, at: path)
        if files[state.page] != nil { expect(row.links.first, state.page, "link", of: id, at: path) }
        let since = "runs/\(state.runID(standing.since)).html"
        expect(row.links.last, since, "since", of: id, at: path)
        expect(files[since] != nil, "\(since) does not exist", of: id, at: path)
        guard let difference = standing.difference, row.cells.count > 4 else { return }
        let (before, now, change) = (SaidFigure(row.cells[2]), SaidFigure(row.cells[3]), SaidFigure(row.cells[4]))
        if let ratio = difference.ratio {
            expect(change.map { $0.isNear(row.cells[4].contains("×") ? ratio : (ratio - 1) * 100) }, true, "change \(row.cells[4])", of: id, at: path)
            guard let before, let now, let change, before.value > 0 else {
                return expect(false, "a level is missing: \(row.cells)", of: id, at: path)
            }
            let printed = row.cells[4].contains("×") ? change.value : 1 + change.value / 100
            let slack =
                (now.tolerance + before.tolerance * now.value / before.value) / before.value + change.tolerance
                / (row.cells[4].contains("×") ? 1 : 100)
            expect(abs(now.value / before.value - printed) <= slack, "\(row.cells[2]) × \(row.cells[4]) is not \(row.cells[3])", of: id, at: path)
        } else {
            expect(change?.isNear(difference.difference), true, "change \(row.cells[4])", of: id, at: path)
        }
        let least = model.rules(for: state.trajectory.key.measure.metric).leastChange
        if standing.isChange, let ratio = difference.ratio { expect(abs(ratio - 1) >= least, "is a change below \(least)", of: id, at: path) }
    }

    /// Whether one of the printed cells is the figure, in its own unit or in one that is a thousand times another.
    private mutating func expectFigure(_ cells: [String], _ exact: Double, of state: SeriesState, at place: String) {
        let figures = cells.dropFirst(2).compactMap(SaidFigure.init)
        let isThere = figures.contains { figure in [1, 1e-3, 1e3].contains { figure.isNear(exact * $0) } }
        expect(isThere, "\(exact) is not in \(cells)", of: state.trajectory.id, at: place)
    }

    /// The counts of a page's heading, and that it opens with the worst.
    private mutating func lookAtHeadline(_ html: String, _ place: String) {
        let heading = html.captures(#/<h1[^>]*>([^<]*)</h1>/#).first.map(SaidTable.text) ?? ""
        let standouts = model.standouts.filter { $0.acknowledgement == nil }
        for (verb, verdict) in [("regressed", VerdictWord.regression), ("improved", .improvement)] {
            let count = standouts.count { $0.judgement.verdict == verdict }
            let said =
                heading.firstMatch(of: try! Regex("([A-Za-z0-9]+)( series)? \(verb)")).flatMap { $0[1].substring }.map { Self.number(String($0)) }
                ?? 0
            expect(said, count, "number of series that \(verb)", of: heading, at: "heading of \(place)")
        }
        expect(
            heading.contains("failed"), standouts.contains { $0.judgement.verdict == .failed }, "whether a newest run failed", of: heading,
            at: "heading of \(place)")
        lookAtOpening(html, of: model.standouts, place)
    }

    /// That the first sentence of a page is of the worst open change, where there is one.
    mutating func lookAtOpening(_ html: String, of standouts: [Standing], _ place: String) {
        guard let worst = standouts.first(where: \.isOpen) else { return }
        let lede = html.captures(#/<p class="lede">([^<]*)</p>/#).first.map(SaidTable.text) ?? ""
        let opening = SaidTable.text(StandingWords(worst, in: model).opening)
        expect(
            lede.hasPrefix(opening + "."), "begins with '\(lede.prefix(60))' and not with '\(opening)'", of: "the worst change",
            at: "lede of \(place)")
    }

    static func number(_ word: String) -> Int? {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return Int(word) ?? words.firstIndex(of: word.lowercased())
    }

    /// Whether a text calls something a change for better or worse; that it is none may be said.
    static func saysChange(_ text: String) -> Bool {
        let rest = text.replacing("no improvement and no regression", with: "")
        return ["regression", "improvement", "regressed", "improved"].contains { rest.contains($0) }
    }
}
