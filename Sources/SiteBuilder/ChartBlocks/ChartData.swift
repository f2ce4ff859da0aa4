import Bytes
import Charts

/// What stands under a chart of a block: its figures as a table that opens, and the files that hold them.
struct ChartData {
    /// The files from which every chart over runs is drawn.
    static func links(from page: PagePath) -> [ChartLink] {
        [
            ChartLink("CSV", href: page.link(to: .data("executions.csv"))),
            ChartLink("JSON Lines", href: page.link(to: .data("executions.jsonl"))),
        ]
    }

    let links: [ChartLink]

    /// - Parameter table: writes the table, and what there is to say under it.
    func write(into output: inout ByteBuffer, table: (inout ByteBuffer) -> Void) {
        output.append("<div class=\"data\"><details>\n<summary>Data</summary>\n")
        table(&output)
        output.append("</details><p>")
        for (index, link) in links.enumerated() {
            if index > 0 { output.append(" · ") }
            output.append(link: link.name, to: link.href)
        }
        output.append("</p></div>\n")
    }
}
