import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The first page: how much there is, the suites as small multiples, the newest runs.
struct HomePage: Page {
    static let template = "home"
    private static let newestRuns = 6
    private static let changeLimit = 10

    var path: PagePath { .home }
    var title: String { "" }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let runs = site.model.runs
        let words = ChangeWords(model: site.model)
        let standouts = site.model.standouts
        let newest = Array(runs.newestFirst.prefix(Self.newestRuns))
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
            "suites": .list(HomeSuites(page: path, site: site).sections, of: ["heading", "id", "cells"]),
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
        let failed = site.model.runs.filter(site.model.hasFailed)
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
}
