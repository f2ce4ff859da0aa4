import AgentRuns
import Bytes

/// Where a run's figures come from, as a list of facts.
struct ProvenanceFacts {
    let run: Run
    let page: PagePath

    private static let sourceLimit = 8

    var markup: ByteBuffer {
        let provenance = run.provenance
        return .markup { output in
            output.append("<dl class=\"facts\">\n")
            writeFact("Producer", [run.producer.program, run.producer.version].compactMap(\.self).joined(separator: " "), into: &output)
            writeFact("System", [run.system?.os, run.system?.arch].compactMap(\.self).joined(separator: ", "), into: &output)
            writeFact("Importer", provenance.importer, into: &output)
            writeFact("Dialect", provenance.dialect ?? "", isCode: true, into: &output)
            writeSources(provenance.sources, into: &output)
            if let hash = provenance.sources.first?.sha256 {
                writeFact("SHA-256", "\(hash.prefix(4))…\(hash.suffix(4))", isCode: true, into: &output)
            }
            for note in provenance.notes { writeFact("Note", note, into: &output) }
            output.append("<div><dt>Data</dt><dd>")
            output.append(link: "run.json", to: page.link(to: .runData(run.id)))
            if run.executions.contains(where: { !$0.calls.isEmpty }) {
                output.append(" · ")
                output.append(link: "calls.csv", to: page.link(to: DataPath(ofRun: run.id).csv))
            }
            output.append("</dd></div>\n</dl>\n")
        }
    }

    private func writeFact(_ name: StaticString, _ value: String, isCode: Bool = false, into output: inout ByteBuffer) {
        guard !value.isEmpty else { return }
        output.append("<div><dt>")
        output.append(name)
        output.append(isCode ? "</dt><dd><code>" : "</dt><dd>")
        output.append(breakable: value, isNarrow: true)
        output.append(isCode ? "</code></dd></div>\n" : "</dd></div>\n")
    }

    private func writeSources(_ sources: [SourceFile], into output: inout ByteBuffer) {
        guard !sources.isEmpty else { return }
        output.append(sources.count == 1 ? "<div><dt>Source</dt>" : "<div><dt>Sources</dt>")
        for source in sources.prefix(Self.sourceLimit) {
            output.append("<dd><code>")
            output.append(breakable: source.path, isNarrow: true)
            output.append("</code></dd>")
        }
        if sources.count > Self.sourceLimit {
            output.append("<dd>and ")
            output.append(sources.count - Self.sourceLimit)
            output.append(" more in the data</dd>")
        }
        output.append("</div>\n")
    }
}
