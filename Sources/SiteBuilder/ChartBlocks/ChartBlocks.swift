import AgentRuns
import Bytes
import Diagnostics
import Markdown

/// The fenced blocks tagged `chart` of one hand-written page, each drawn from the runs of the site.
///
/// A block holds TOML: what is measured, which kind of chart, which runs, and what its lines or rows are.
/// One with a mistake is reported at its place in the file and shown as code.
struct ChartBlocks: Sendable {
    /// The whole Markdown file.
    let source: SourceText
    let page: PagePath
    let site: SiteContext

    /// Draws a block; `nil` for one that is no chart.
    func draw(_ fenced: FencedBlock) -> FencedDrawing? {
        guard fenced.info.split(whereSeparator: \.isWhitespace).first == "chart" else { return nil }
        let source = ChartBlockSource(fenced, in: source)
        let catalog = FieldCatalog(site.model)
        var drawing = FencedDrawing()
        guard let block = ChartBlock.read(source, catalog, reporting: &drawing.diagnostics) else { return drawing }
        do throws(ChartBlockProblem) {
            let chart = ChartBlockDrawing(
                block: block, observations: catalog.observations.filter(block.accepts), line: fenced.line, page: page, site: site)
            if let reason = chart.reasonForNothing { drawing.diagnostics.append(source.warning(reason)) }
            drawing.markup = try chart.markup()
        } catch {
            drawing.diagnostics.append(source.error(error.message, at: error.key))
        }
        return drawing
    }
}
