import AgentRuns
import Bytes
import Charts
import Diagnostics
import RunStatistics

/// Everything that stands out from its own history, most certain first, and where to follow it.
struct RegressionsPage: Page {
    static let template = "regressions"

    var path: PagePath { .regressions }
    var title: String { "Regressions" }
    var description: String? { "Series that regressed or improved against their own history." }
    var section: PagePath? { .regressions }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let words = ChangeWords(model: site.model)
        let certain = site.model.standouts.sorted { left, right in
            (left.isOpen ? 0 : 1, left.judgement.pAdjusted ?? 2, left.trajectory) < (
                right.isOpen ? 0 : 1, right.judgement.pAdjusted ?? 2, right.trajectory
            )
        }
        return [
            "title": .text(words.headline ?? "No verdicts yet"),
            "lede": .text(words.lede),
            "table": .optional(certain.isEmpty ? nil : .markup { StandingTable(standings: certain, page: path, site: site).table.write(into: &$0) }),
            "empty": .optional(certain.isEmpty ? words.nothing : nil),
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
