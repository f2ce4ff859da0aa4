import AgentRuns
import Bytes
import Diagnostics
import Files
import Markdown

/// The texts that were stored with a run: what its models wrote, apart from what its program wrote.
struct ReportSection {
    private let run: Run
    private let reports: [StoredReport]

    /// How much of a long report stands on the page before it has to be opened.
    private static let excerptWords = 400

    /// Reads the reports of a run; one that can't be read is reported and left out.
    init(run: Run, in site: SiteContext, reporting diagnostics: inout [Diagnostic]) {
        self.run = run
        var reports: [StoredReport] = []
        for (index, execution) in run.executions.enumerated() {
            guard let report = execution.report, let source = Self.read(report.file, of: run, in: site, reporting: &diagnostics) else { continue }
            let text = ReportText(source, modelWritten: report.modelWritten)
            let path = site.store.folder(of: run.id).appending(report.file).string
            reports.append(StoredReport(index: index, execution: execution, path: path, text: text))
        }
        self.reports = reports
    }

    private struct StoredReport {
        let index: Int
        let execution: AgentExecution
        let path: String
        let text: ReportText
    }

    /// One element for each agent whose report a model had a hand in.
    func modelWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] {
        reports.compactMap { report in
            guard report.text.parts.contains(where: \.isModelWritten) else { return nil }
            return [
                "slot": .text(report.execution.slot),
                "model": .text(report.execution.model ?? "a model that is not recorded"),
                "body": .html(modelText(of: report, in: site, reporting: &diagnostics)),
            ]
        }
    }

    /// What programs wrote: their parts of the reports, and documents about the whole run.
    func programWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] {
        let parts = reports.compactMap { report -> [String: TemplateValue]? in
            let parts = report.text.parts.filter { !$0.isModelWritten }
            guard !parts.isEmpty else { return nil }
            let body = ByteBuffer.markup { output in
                for part in parts {
                    write(
                        part, path: report.path, name: "the report of \(report.execution.slot)", prefix: "program-\(report.index)-\(part.firstLine)-",
                        in: site, into: &output, &diagnostics)
                }
            }
            return ["name": .text("What the program wrote in the report of \(report.execution.slot)"), "body": .html(body)]
        }
        return parts
            + run.documents.enumerated().compactMap { index, name in
                guard let source = Self.read(name, of: run, in: site, reporting: &diagnostics) else { return nil }
                let whole = ReportText.Part(source: source[...], firstLine: 1, isModelWritten: false)
                let body = ByteBuffer.markup {
                    write(
                        whole, path: site.store.folder(of: run.id).appending(name).string, name: name, prefix: "document-\(index)-", in: site,
                        into: &$0,
                        &diagnostics)
                }
                return ["name": .text(name), "body": .html(body)]
            }
    }

    /// The first model-written part up to a few hundred words; everything after that folded.
    private func modelText(of report: StoredReport, in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> ByteBuffer {
        let parts = report.text.parts
        let total = parts.reduce(0) { $0 + ($1.isModelWritten ? $1.wordCount : 0) }
        return .markup { output in
            var heading: String?
            var isFirst = true
            var isFolded = false
            for part in parts {
                guard part.isModelWritten else {
                    heading = part.lastHeading
                    continue
                }
                let prefix = "report-\(report.index)-\(part.firstLine)-"
                if !isFirst { writeHeading(heading, into: &output) }
                let (head, rest) = isFirst ? part.cut(atWords: Self.excerptWords) : (part, nil)
                write(head, path: report.path, name: "the report of \(report.execution.slot)", prefix: prefix, in: site, into: &output, &diagnostics)
                if let rest {
                    output.append("<details>\n<summary>")
                    output.append(escaped: "Whole report, \(counted(total, "word"))")
                    output.append("</summary>\n")
                    isFolded = true
                    write(
                        rest, path: report.path, name: "the report of \(report.execution.slot)", prefix: "report-\(report.index)-\(rest.firstLine)-",
                        in: site, into: &output, &diagnostics)
                }
                isFirst = false
            }
            if isFolded { output.append("</details>\n") }
        }
    }

    /// The program's own heading over a later part of the model's text, such as "Key Findings".
    private func writeHeading(_ heading: String?, into output: inout ByteBuffer) {
        guard let heading else { return }
        output.append("<h3>")
        output.append(escaped: heading)
        output.append("</h3>\n")
    }

    private func write(
        _ part: ReportText.Part, path: String, name: String, prefix: String, in site: SiteContext, into output: inout ByteBuffer,
        _ diagnostics: inout [Diagnostic]
    ) {
        let language = TextLanguage(of: part.source).tag
        if part.isModelWritten {
            output.append("<div class=\"text model\" dir=\"auto\"")
            output.append(attribute: "lang", language ?? "")
            output.append(">\n")
        }
        let rendering = PageRendering(
            path: path, topHeading: 3, idPrefix: prefix, tableName: "Table of \(name)",
            language: part.isModelWritten ? language ?? site.settings.language : site.settings.language)
        let document = MarkdownDocument(parsing: part.source, firstLine: part.firstLine)
        diagnostics += document.render(.page(rendering), into: &output).diagnostics
        if part.isModelWritten { output.append("</div>\n") }
    }

    private static func read(_ file: String, of run: Run, in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [UInt8]? {
        do {
            return try site.store.read(file, of: run)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}
