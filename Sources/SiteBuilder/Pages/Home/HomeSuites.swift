import AgentRuns
import Bytes
import Charts

/// The suites of the home page as small multiples of throughput: on one scale, and so apart where their throughput is of different things.
struct HomeSuites {
    let page: PagePath
    let site: SiteContext

    private static let limit = 12

    /// The runs of a suite whose throughput is of one thing.
    private struct Part {
        let group: RunGroup
        let runs: [Run]
        let values: [Double?]
    }

    /// What the templates need of each: its heading, its address on the page, its cells.
    var sections: [[String: TemplateValue]] {
        let bases = Set(site.model.runs.compactMap(basis)).sorted()
        return bases.enumerated().map { index, basis in
            [
                "heading": .text(bases.count == 1 ? "Suites" : "Suites, throughput of \(basis.name.hasPrefix("one ") ? "" : "a ")\(basis.name)"),
                "id": .text(index == 0 ? "p-suites" : "p-suites-\(index + 1)"),
                "cells": .html(cells(of: basis)),
            ]
        }
    }

    private func basis(_ run: Run) -> MetricBasis? { site.model.observations(of: run).first?.basis(of: .outputThroughput) }

    private func cells(of basis: MetricBasis) -> ByteBuffer {
        let parts = site.model.suites.compactMap { part(of: $0, basis) }.sorted { Self.newest($0) > Self.newest($1) }
        let shown = parts.prefix(Self.limit)
        let limit = SmallMultiple.upperLimit(of: shown.flatMap(\.values), in: .tokensPerSecond)
        let scale = NumberFormat(limit, of: .tokensPerSecond, in: .column).text(limit)
        let isOfAgents = shown.contains { $0.runs.contains { $0.executions.count > 1 } }
        return .markup { output in
            output.append("<p class=\"note\">")
            output.append(
                escaped: "Throughput of each run\(isOfAgents ? "'s first agent" : ""), last 60 runs, one scale: 0 to \(scale); "
                    + "triangles lie above it. Higher is better. \(Metric(.outputThroughput).map(basis.sentence) ?? "")")
            output.append("</p>\n<ul class=\"multiples\">\n")
            for part in shown { write(part, limit: limit, into: &output) }
            output.append("</ul>\n")
            if shown.count < parts.count {
                output.append("<p class=\"more\">")
                output.append(link: "All \(site.model.suites.count) suites", to: page.link(to: .suites))
                output.append("</p>\n")
            }
        }
    }

    private func part(of group: RunGroup, _ basis: MetricBasis) -> Part? {
        let runs = group.runs.filter { self.basis($0) == basis }
        guard !runs.isEmpty else { return nil }
        let values = runs.map { run in
            site.model.observations(of: run).first { $0.execution.centralValue(of: .outputThroughput) != nil }?.countedValue(of: .outputThroughput)?.value
        }
        return Part(group: group, runs: runs, values: values)
    }

    private static func newest(_ part: Part) -> Int { part.runs.compactMap(\.startedAt?.orderKey).max() ?? 0 }

    private func write(_ part: Part, limit: Double, into output: inout ByteBuffer) {
        guard case .suite(let suite) = part.group.subject else { return }
        let runs = part.runs
        let models = Set(runs.flatMap(\.models)).sorted()
        let modelText = models.count > 2 ? "\(models.count) models" : models.joined(separator: ", ")
        let failed = runs.count(where: site.model.hasFailed)
        output.append("<li>\n<h3>")
        output.append(link: suite, to: page.link(to: part.group.path), isNarrow: true)
        output.append(" <span class=\"u\">")
        output.append(escaped: counted(runs.count, "run"))
        output.append("</span></h3>\n<p>")
        let failures = failed == 0 ? nil : "\(counted(failed, "run")) failed"
        output.append(escaped: [modelText, dateSpan(of: runs), failures].compactMap(\.self).joined(separator: ", "))
        output.append("</p>\n")
        SmallMultiple(
            name: "Throughput in \(suite)", summary: "Throughput of the last \(counted(min(runs.count, SmallMultiple.limit), "run")).",
            quantity: .tokensPerSecond, values: part.values, upperLimit: limit
        ).write(into: &output)
        writeTally(of: runs, into: &output)
        output.append("</li>\n")
    }

    /// What is said of the series whose newest run is in the suite, counted as it is listed where changes are listed.
    private func writeTally(of runs: [Run], into output: inout ByteBuffer) {
        let words = ChangeWords(model: site.model, ofNewest: runs)
        let series = words.places.map { site.model.trajectories[$0] }
        let quiet = series.count { site.model.failure(of: $0) == nil && site.model.standing(of: $0)?.standsOut == false }
        let counts = VerdictCounts(words.standouts.filter { $0.acknowledgement == nil }.map(\.judgement.verdict))
        let acknowledged = words.standouts.count { $0.acknowledgement != nil }
        let open = series.count { $0.unjudged == nil }
        var items: [(Verdict, String)] = []
        if counts[.failed] > 0 { items.append((.failed, "\(counts[.failed]) failed")) }
        if counts[.regression] > 0 { items.append((.regression, "\(counts[.regression]) regressed")) }
        if counts[.improvement] > 0 { items.append((.improvement, "\(counts[.improvement]) improved")) }
        if quiet > 0 { items.append((.noChange, "\(quiet) no change")) }
        if acknowledged > 0 { items.append((.acknowledged, "\(acknowledged) acknowledged")) }
        if items.isEmpty, open > 0 { items.append((.notEnoughData, "\(counted(open)) series, not enough data")) }
        if items.isEmpty, open == 0, !series.isEmpty { items.append((.notComparable, "\(counted(series.count)) series, not judged")) }
        guard !items.isEmpty else { return }
        output.append("<ul class=\"tally\">")
        for (verdict, words) in items {
            output.append("<li>")
            verdict.write(words, into: &output)
            output.append("</li>")
        }
        output.append("</ul>\n")
    }
}
