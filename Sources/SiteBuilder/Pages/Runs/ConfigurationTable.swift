import AgentRuns
import Bytes

/// The options of a run's agents side by side. Options that no agent sets share one row.
struct ConfigurationTable {
    let run: Run
    let page: PagePath

    /// A run of more configurations than this lists them in its table of calls instead.
    private static let columnLimit = 4

    func markup(in site: SiteContext) -> ByteBuffer {
        guard run.executions.count <= Self.columnLimit else { return listMarkup(in: site) }
        // Sampling options belong to the agents of a run; those of a benchmark's requests are no setting of the server's.
        let standard = run.isServingBenchmark ? [] : SamplingConfiguration.standardOptions
        let names =
            standard
            + Set(run.executions.flatMap { $0.configuration.options.keys }).subtracting(standard).sorted()
        let unset = names.filter { name in run.executions.allSatisfy { $0.configuration[name] == nil } }
        return .markup { output in
            output.append(
                "<div class=\"scroll\" role=\"region\" aria-label=\"Configuration\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">Option</th>"
            )
            for execution in run.executions { output.append(head: execution.slot) }
            output.append("</tr>\n</thead>\n<tbody>\n")
            writeRow(run.isServingBenchmark ? "tool" : "agent", isOption: false, run.executions.map { .escaped($0.agent ?? "–") }, into: &output)
            writeRow("model", isOption: false, run.executions.map { execution in modelLink(execution, in: site) }, into: &output)
            for name in names where !unset.contains(name) {
                writeRow(
                    name, isOption: true,
                    run.executions.map { execution in
                        .markup { cell in
                            if let value = execution.configuration[name] {
                                cell.append(escaped: value.description)
                            } else {
                                cell.append("<span class=\"nil\">server default</span>")
                            }
                        }
                    }, into: &output)
            }
            if !unset.isEmpty {
                writeRow(
                    unset.joined(separator: ", "), isOption: true,
                    run.executions.map { _ in .markup { $0.append("<span class=\"nil\">server default</span>") } }, into: &output)
            }
            writeRow(
                "all runs of it", isOption: false,
                site.model.observations(of: run).map { observation in
                    .markup { $0.append(link: "configuration", to: page.link(to: site.page(of: observation.series.configuration))) }
                }, into: &output)
            output.append("</tbody>\n</table>\n</div>\n")
        }
    }

    private func modelLink(_ execution: AgentExecution, in site: SiteContext) -> ByteBuffer {
        let name = execution.model ?? Configuration.unnamedModel
        return .markup { $0.append(link: name, to: page.link(to: site.page(ofModel: name))) }
    }

    private func writeRow(_ name: String, isOption: Bool, _ cells: [ByteBuffer], into output: inout ByteBuffer) {
        output.append("<tr><th scope=\"row\">")
        if isOption { output.append("<code>") }
        output.append(escaped: name)
        if isOption { output.append("</code>") }
        output.append("</th>")
        for cell in cells {
            output.append("<td class=\"num\">")
            output.append(cell)
            output.append("</td>")
        }
        output.append("</tr>\n")
    }

    private func listMarkup(in site: SiteContext) -> ByteBuffer {
        let configurations = Set(site.model.observations(of: run).map(\.series.configuration)).sorted()
        return .markup { output in
            output.append("<div class=\"text\">\n<ul>\n")
            for configuration in configurations {
                output.append("<li>")
                output.append(link: configuration.title, to: page.link(to: site.page(of: configuration)))
                output.append("</li>\n")
            }
            output.append("</ul>\n</div>\n")
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func append(head: String) {
        append("<th scope=\"col\" class=\"num\">")
        append(escaped: head)
        append("</th>")
    }
}
