import AgentRuns
import Bytes
import Charts
import Diagnostics
import RunStatistics

/// Everything that stands out from its own history, the worst first, and where to follow it.
struct RegressionsPage: Page {
    static let template = "regressions"

    var path: PagePath { .regressions }
    var title: String { "Regressions" }
    var description: String? { "Series that regressed or improved against their own history." }
    var section: PagePath? { .regressions }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let words = ChangeWords(model: site.model)
        let standouts = words.standouts
        return [
            "title": .text(words.headline ?? "No verdicts yet"),
            "lede": .text(words.lede),
            "table": .optional(
                standouts.isEmpty ? nil : .markup { StandingTable(standings: standouts, page: path, site: site).table.write(into: &$0) }),
            "empty": .optional(standouts.isEmpty ? words.nothing : nil),
            "note": .text(words.note),
            "more": .html(more),
        ]
    }

    private var more: ByteBuffer {
        .markup { output in
            output.append(link: "Atom feed", to: path.link(to: .feed))
            output.append(" · ")
            output.append(ChangeData.path.links(from: path))
        }
    }
}
