import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The first page: how much there is, the suites as small multiples, the newest runs.
struct HomePage: Page {
    static let template = "home"
    private static let newestRuns = 6
    private static let suiteLimit = 12
    private static let changeLimit = 10

    var path: PagePath { .home }
    var title: String { "" }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let runs = site.model.runs
        let words = ChangeWords(model: site.model)
        let standouts = site.model.standouts
        let newest = Array(runs.suffix(Self.newestRuns).reversed())
        return [
            "title": .text(words.headline ?? site.settings.title),
            "lede": .text(words.headline == nil ? lede(in: site) : words.lede),
            "about": .optional(words.headline == nil ? nil : lede(in: site)),
            "changes": .optional(
                standouts.isEmpty
                    ? nil
                    : .markup { StandingTable(standings: Array(standouts.prefix(Self.changeLimit)), page: path, site: site).table.write(into: &$0) }),
            "changes-more": .html(changesMore(standouts.count, in: site)),
            "state": .optional(state(in: site)),
            "articles": .list(
                site.articles.map {
                    ["href": .text(path.link(to: $0.path)), "name": .text($0.title), "about": .optional($0.frontMatter.description)]
                },
                of: ["href", "name", "about"]),
            "has-articles": .flag(!site.articles.isEmpty),
            "suites": .optional(runs.isEmpty ? nil : suites(in: site)),
            "newest": .optional(
                newest.isEmpty ? nil : .markup { RunTable(runs: newest, label: "Newest runs").table(from: path, in: site).write(into: &$0) }),
            "runs-href": .text(path.link(to: .runs)),
            "run-count": .text(counted(runs.count, "run")),
        ]
    }

    private func changesMore(_ count: Int, in site: SiteContext) -> ByteBuffer {
        .markup { output in
            output.append(link: count > Self.changeLimit ? "All \(counted(count)) changes" : "All regressions", to: path.link(to: .regressions))
            output.append(" · ")
            output.append(link: "Atom feed", to: path.link(to: .feed))
            output.append(escaped: " · false discovery rate held at \(percent(site.model.rules.falseDiscoveryRate))")
        }
    }

    private func lede(in site: SiteContext) -> String {
        let runs = site.model.runs
        guard !runs.isEmpty else { return site.settings.description }
        let span = dateSpan(of: runs).map { ", \($0)" } ?? ""
        let extent =
            "\(counted(runs.count, "run")) of \(counted(site.model.models.count, "model")) under \(counted(site.model.configurations.count, "configuration"))\(span)."
        return [site.settings.description, extent].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// How many of the newest runs failed is the one thing to act on that this page can say without a verdict.
    private func state(in site: SiteContext) -> ByteBuffer? {
        let failed = site.model.runs.filter(\.hasFailed)
        guard let newest = failed.last else { return nil }
        return .markup { output in
            Verdict.failed.write("\(counted(failed.count, "run")) failed", into: &output)
            output.append(" <span>of ")
            output.append(site.model.runs.count)
            output.append("; the newest is ")
            output.append(link: newest.id, to: path.link(to: .run(newest.id)))
            output.append(".</span>")
        }
    }

    /// One cell a suite: throughput of its first agent, on one scale for all.
    private func suites(in site: SiteContext) -> ByteBuffer {
        let shown = site.model.suites.sorted { Self.newest($0) > Self.newest($1) }.prefix(Self.suiteLimit)
        func values(_ group: RunGroup) -> [Double?] {
            group.runs.map { $0.executions[0].centralValue(of: .outputThroughput, coldLoadLimit: site.model.coldLoadLimit)?.value }
        }
        let limit = SmallMultiple.upperLimit(of: shown.flatMap(values), in: .tokensPerSecond)
        let scale = NumberFormat(limit, of: .tokensPerSecond, in: .column).text(limit)
        return .markup { output in
            output.append("<p class=\"note\">")
            output.append(
                escaped: "Throughput of each run's first agent, last 60 runs, one scale: 0 to \(scale); triangles lie above it. Higher is better.")
            output.append("</p>\n<ul class=\"multiples\">\n")
            for group in shown { writeCell(group, values(group), limit: limit, in: site, into: &output) }
            output.append("</ul>\n")
            if shown.count < site.model.suites.count {
                output.append("<p class=\"more\">")
                output.append(link: "All \(site.model.suites.count) suites", to: path.link(to: .suites))
                output.append("</p>\n")
            }
        }
    }

    private static func newest(_ group: RunGroup) -> Int { group.runs.compactMap(\.startedAt?.orderKey).max() ?? 0 }

    private func writeCell(_ group: RunGroup, _ values: [Double?], limit: Double, in site: SiteContext, into output: inout ByteBuffer) {
        guard case .suite(let suite) = group.subject else { return }
        let runs = group.runs
        let models = Set(runs.flatMap(\.models)).sorted()
        let modelText = models.count > 2 ? "\(models.count) models" : models.joined(separator: ", ")
        let failed = runs.count(where: \.hasFailed)
        output.append("<li>\n<h3>")
        output.append(link: suite, to: path.link(to: group.path), isNarrow: true)
        output.append(" <span class=\"u\">")
        output.append(escaped: counted(runs.count, "run"))
        output.append("</span></h3>\n<p>")
        output.append(escaped: [modelText, dateSpan(of: runs)].compactMap(\.self).joined(separator: ", "))
        output.append("</p>\n")
        SmallMultiple(
            name: "Throughput in \(suite)", summary: "Throughput of the first agent of the last \(min(runs.count, SmallMultiple.limit)) runs.",
            quantity: .tokensPerSecond, values: values, upperLimit: limit
        ).write(into: &output)
        writeTally(of: runs, failed: failed, in: site, into: &output)
        output.append("</li>\n")
    }

    /// What became of the series whose newest run is in the suite.
    private func writeTally(of runs: [Run], failed: Int, in site: SiteContext, into output: inout ByteBuffer) {
        let ids = Set(runs.map(\.id))
        let series = site.model.trajectories.indices.filter { index in
            site.model.trajectories[index].newest.map { ids.contains($0.run.id) } ?? false
        }
        let standings = Dictionary(site.model.standings.map { ($0.trajectory, $0) }, uniquingKeysWith: { first, _ in first })
        let counts = VerdictCounts(series.compactMap { standings[$0]?.judgement.verdict })
        let judged = counts[.regression] + counts[.improvement] + counts[.noChange]
        var items: [(Verdict, String)] = []
        if counts[.regression] > 0 { items.append((.regression, "\(counts[.regression]) regressed")) }
        if counts[.improvement] > 0 { items.append((.improvement, "\(counts[.improvement]) improved")) }
        if counts[.noChange] > 0 { items.append((.noChange, "\(counts[.noChange]) no change")) }
        if judged == 0, !series.isEmpty { items.append((.notEnoughData, "\(counted(series.count)) series, not enough data")) }
        if failed > 0 { items.append((.failed, "\(failed) failed")) }
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
