import AgentRuns
import Bytes
import Charts

/// A chart block with the executions that it is about.
struct ChartBlockDrawing {
    var block: ChartBlock
    /// Those that the block's filters let through, in the order of the runs.
    let observations: [Observation]
    /// The line of the block in its file, which tells its tables from those of other blocks.
    let line: Int
    let page: PagePath
    let site: SiteContext

    /// Why there is nothing to draw; `nil` where there is something.
    var reasonForNothing: String? {
        if observations.isEmpty { return block.filters.isEmpty ? "there are no runs to draw" : "no run matches all of this chart's 'where'" }
        guard block.kind.needsMetric, populations.isEmpty else { return nil }
        let names = [block.metric, block.against].compactMap { $0.map { "'\($0.id.rawValue)'" } }
        return "none of the \(counted(observations.count, "execution")) that match has a value of \(names.joined(separator: " and "))"
    }

    /// The block's place in the page: its title, and its charts or a sentence that says why there is none.
    func markup() throws(ChartBlockProblem) -> ByteBuffer {
        var output = ByteBuffer()
        if reasonForNothing != nil {
            writeHeading(nil, into: &output)
            writeNothing(into: &output)
        } else {
            try block.kind.draw(self, &output)
        }
        return output
    }

    /// Draws one chart for each population of figures that must not share a scale.
    ///
    /// - Parameter write: draws one, with its data; is given a name that no other table of the page has.
    func writeEachPopulation(
        into output: inout ByteBuffer, _ write: (MetricCharts, String, inout ByteBuffer) throws(ChartBlockProblem) -> Void
    ) throws(ChartBlockProblem) {
        let populations = populations
        for population in populations {
            let charts = MetricCharts(
                population: population, page: page, site: site, grouping: ChartGrouping(fields: block.grouping), lead: lead(population))
            writeHeading(populations.count > 1 ? population.name : nil, into: &output)
            try write(charts, name(population.name), &output)
        }
    }
}

extension ChartBlockDrawing {
    /// What is drawn: one metric, or two against each other.
    private var metrics: [Metric] { [block.metric, block.against].compactMap(\.self) }

    /// The executions, split so that those whose figures share no scale stand apart; only such parts in which something was measured.
    private var populations: [MetricPopulation] {
        guard let metric = metrics.first(where: { $0.id == .ttft }) ?? metrics.first else { return [] }
        return MetricPopulation.split(observations, by: metric, against: metrics.filter { $0.id != metric.id }) { observation in
            hasValues(observation) || metrics.allSatisfy { !observation.execution.coldValues(of: $0.id).isEmpty }
        }
    }

    private func hasValues(_ observation: Observation) -> Bool {
        metrics.allSatisfy { observation.execution.centralValue(of: $0.id) != nil }
    }

    /// A line that looks like a heading of the third level, but leaves the page's outline to its writer.
    ///
    /// - Parameter population: what tells this chart from the others of the block.
    func writeHeading(_ population: String?, into output: inout ByteBuffer) {
        let words = [block.title, population].compactMap(\.self)
        guard !words.isEmpty else { return }
        output.append("<p><strong>")
        output.append(escaped: words.joined(separator: ": "))
        output.append("</strong></p>\n")
    }

    /// What a part of the block is called for readers who do not see it; nothing else on the page is called so.
    func name(_ part: String) -> String { "\(block.title ?? "Chart"), \(part), at line \(line)" }

    private func writeNothing(into output: inout ByteBuffer) {
        output.append("<figure><p class=\"no-data\">")
        output.append(
            escaped: observations.isEmpty
                ? "No run matches this chart." : "No run here has a value of \(block.metric?.name ?? "this metric").")
        output.append("</p></figure>\n")
    }

    /// What the caption begins with: the writer's sentence, and how much is drawn.
    private func lead(_ population: MetricPopulation) -> [String] {
        let measured = population.observations.count(where: hasValues)
        let runs = Set(population.observations.map(\.run.id)).count
        let extent =
            population.observations.count == runs
            ? "\(counted(runs, "run"))" : "\(counted(population.observations.count, "agent execution")) of \(counted(runs, "run"))"
        let missing = population.observations.count - measured
        let excluded = population.observations.count { observation in metrics.contains { observation.exclusion(of: $0.id) != nil } }
        let invalid = population.observations.count(where: \.isInvalid)
        let rejected = invalid == 0 ? nil : "\(counted(invalid)) of them \(invalid == 1 ? "is" : "are") called invalid by the tool, and in no median."
        let takenOut = excluded == 0 ? nil : "\(counted(excluded)) of them \(excluded == 1 ? "is" : "are") excluded, and in no median."
        return [block.description, missing == 0 ? "\(extent)." : "\(extent), \(missing) without a value.", rejected, takenOut].compactMap(\.self)
    }
}
