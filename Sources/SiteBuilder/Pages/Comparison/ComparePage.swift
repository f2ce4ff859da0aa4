import AgentRuns
import Bytes
import Charts
import Diagnostics
import RunStatistics

/// The permanent page of a declared comparison: the joint verdict, what changed by how much, every row.
struct ComparePage: Page {
    static let template = "compare"

    let declared: DeclaredComparison
    let comparison: Comparison

    var path: PagePath { declared.path }
    var title: String { "\(declared.a.title) to \(declared.b.title)" }
    var description: String? { "TTFT, throughput and failures of \(declared.a.title) against \(declared.b.title)." }
    var section: PagePath? { .comparisons }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let words = ComparisonWords(comparison: comparison)
        return [
            "title": .text(words.headline),
            "crumbs": .html(Breadcrumb.markup([("Compare", .comparisons)], last: title, from: path)),
            "lede": .text(words.lede),
            "common": .optional(words.common),
            "tally": .html(ComparisonTally(comparison: comparison).markup),
            "note": .optional(comparison.tested == 0 ? nil : words.note),
            "table": .html(.markup { ComparisonTable(comparison: comparison).write(into: &$0) }),
            "how-sure": .text(words.certainty),
            "more": .html(more),
        ]
    }

    private var more: ByteBuffer {
        .markup { output in
            output.append(declared.data.links(from: path))
            output.append(" · ")
            output.append(link: "swap A and B", to: path.link(to: .comparisons) + "?a=\(declared.b.name.urlPart)&b=\(declared.a.name.urlPart)")
        }
    }
}

/// How many rows came to each verdict, which is also the key to the shapes in the table.
struct ComparisonTally {
    let comparison: Comparison

    var markup: ByteBuffer {
        let counts = ComparisonWords(comparison: comparison).tally
        return .markup { output in
            output.append("<ul class=\"tally\">\n")
            for (mark, words) in counts {
                output.append("<li>")
                mark.write(words, into: &output)
                output.append("</li>\n")
            }
            output.append("</ul>\n")
        }
    }
}

extension String {
    /// The text as a part of an address' query.
    var urlPart: String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
