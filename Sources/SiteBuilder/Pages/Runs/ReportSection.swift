import AgentRuns
import Bytes
import Diagnostics
import Files

/// The texts that were stored with a run: what its models wrote, apart from what its program wrote.
struct ReportSection {
    private let reports: [(execution: AgentExecution, text: StoredText)]
    /// What a program wrote about the whole run.
    private let documents: [StoredText]

    /// How much of a long report stands on the page before it has to be opened.
    private static let excerptWords = 400

    /// Reads the texts of a run; one that can't be read is reported and left out.
    init(run: Run, in site: SiteContext, reporting diagnostics: inout [Diagnostic]) {
        func text(_ file: String, _ name: String, _ idPrefix: String, modelWritten: [ClosedRange<Int>]) -> StoredText? {
            do throws(FileError) {
                let source = try site.store.read(file, of: run)
                let path = site.store.folder(of: run.id).appending(file).string
                return StoredText(path: path, name: name, idPrefix: idPrefix, parts: ReportText(source, modelWritten: modelWritten).parts)
            } catch {
                diagnostics.append(error.diagnostic)
                return nil
            }
        }
        reports = run.executions.enumerated().compactMap { index, execution in
            guard let report = execution.report else { return nil }
            return text(report.file, "the report of \(execution.slot)", "report-\(index)", modelWritten: report.modelWritten)
                .map { (execution, $0) }
        }
        documents = run.documents.enumerated().compactMap { index, file in text(file, file, "document-\(index)", modelWritten: []) }
    }

    /// One element for each agent whose report a model had a hand in.
    func modelWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] {
        reports.compactMap { execution, text in
            guard text.parts.contains(where: \.isModelWritten) else { return nil }
            return [
                "slot": .text(execution.slot),
                "model": .text(execution.model ?? "a model that is not recorded"),
                "body": .html(modelText(of: text, in: site, reporting: &diagnostics)),
            ]
        }
    }

    /// What programs wrote: their parts of the reports, and documents about the whole run.
    func programWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] {
        let titled = reports.map { ("What the program wrote in the report of \($0.execution.slot)", $0.text) } + documents.map { ($0.name, $0) }
        return titled.compactMap { title, text in
            let parts = text.parts.filter { !$0.isModelWritten }
            guard !parts.isEmpty else { return nil }
            let body = ByteBuffer.markup { output in
                for part in parts { text.write(part, in: site, into: &output, reporting: &diagnostics) }
            }
            return ["name": .text(title), "body": .html(body)]
        }
    }

    /// The first model-written part up to a few hundred words; everything after that folded.
    private func modelText(of text: StoredText, in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> ByteBuffer {
        let total = text.parts.reduce(0) { $0 + ($1.isModelWritten ? $1.wordCount : 0) }
        return .markup { output in
            var heading: String?
            var isFirst = true
            var isFolded = false
            for part in text.parts {
                guard part.isModelWritten else {
                    heading = part.lastHeading
                    continue
                }
                if !isFirst { Self.writeHeading(heading, into: &output) }
                let (head, rest) = isFirst ? part.cut(atWords: Self.excerptWords) : (part, nil)
                text.write(head, in: site, into: &output, reporting: &diagnostics)
                if let rest {
                    output.append("<details>\n<summary>")
                    output.append(escaped: "Whole report, \(counted(total, "word"))")
                    output.append("</summary>\n")
                    isFolded = true
                    text.write(rest, in: site, into: &output, reporting: &diagnostics)
                }
                isFirst = false
            }
            if isFolded { output.append("</details>\n") }
        }
    }

    /// The program's own heading over a later part of the model's text, such as "Key Findings".
    private static func writeHeading(_ heading: String?, into output: inout ByteBuffer) {
        guard let heading else { return }
        output.append("<h3>")
        output.append(escaped: heading)
        output.append("</h3>\n")
    }
}
