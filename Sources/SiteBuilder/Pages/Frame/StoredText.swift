import Bytes
import Diagnostics
import Markdown

/// A text beside a run file, and how its parts become parts of the run's page.
struct StoredText: Sendable {
    /// The file, as diagnostics name it.
    let path: String
    /// What it is called where one of its tables has to be told from those of other texts.
    let name: String
    /// Begins the ids of its headings; different for each text of a page.
    let idPrefix: String
    let parts: [ReportText.Part]

    /// Writes one part, a model's set apart and in its own language.
    func write(_ part: ReportText.Part, in site: SiteContext, into output: inout ByteBuffer, reporting diagnostics: inout [Diagnostic]) {
        let language = TextLanguage(of: part.source).tag
        if part.isModelWritten {
            output.append("<div class=\"text model\" dir=\"auto\"")
            output.append(attribute: "lang", language ?? "")
            output.append(">\n")
        }
        let rendering = PageRendering(
            path: path, topHeading: 3, idPrefix: "\(idPrefix)-\(part.firstLine)-", tableName: "Table of \(name)",
            language: part.isModelWritten ? language ?? site.settings.language : site.settings.language)
        let document = MarkdownDocument(
            parsing: part.source, extensions: part.beginsText ? [.page, .frontMatter] : .page, firstLine: part.firstLine)
        diagnostics += document.render(.page(rendering), into: &output).diagnostics
        if part.isModelWritten { output.append("</div>\n") }
    }
}
