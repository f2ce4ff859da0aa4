import AgentRuns
import Charts

/// A table of runs, newest first, one run a row, its two agents side by side; a benchmark has one column for each figure.
///
/// What is the same in every row is not a column: the page says it once.
struct RunTable {
    let runs: [Run]
    let label: String
    /// Whether the suite stands in the page's own heading.
    var isOfOneSuite = false

    func table(from page: PagePath, in site: SiteContext) -> Table {
        var rows = RowTable(of: runs)
        rows.add(.text("Started", sorted: true, note: zone)) { .date($0.startedAt) }
        rows.add(.text("Run")) { name($0, page) }
        rows.add(.text("Scenario", secondary: true), ifVaries: \.scenario, orAlways: !isOfOneSuite) { .text($0.scenario ?? "–") }
        rows.add(.text("Model", secondary: true), ifVaries: \.models, orAlways: !isOfOneSuite) { .text(modelNames($0)) }
        addWaits(to: &rows, in: site.model)
        addThroughputs(to: &rows, in: site.model)
        rows.add(.figures("Speed-up", .speedUp, secondary: true), ifAny: { $0.coordination != nil }) {
            $0.coordination.map { .figure($0.speedup) } ?? .blank
        }
        rows.add(.text("Verdict")) { verdict(on: $0, in: site) }
        return rows.table(label: label)
    }

    private func addWaits(to rows: inout RowTable<Run>, in model: SiteModel) {
        func cold(_ run: Run) -> Double? { run.executions.flatMap { $0.coldValues(of: .ttft) }.max() }
        if !isOfBenchmarks {
            rows.add(.figures("A", .milliseconds, group: "TTFT")) { figure($0, 0, .ttft) }
            rows.add(.figures("B", .milliseconds, group: "TTFT")) { figure($0, 1, .ttft) }
        } else {
            rows.add(.figures("TTFT", .milliseconds), ifAny: { has(.ttft, $0) }) { figure($0, 0, .ttft) }
        }
        rows.add(.text("TTFT is", secondary: true), ifVaries: { kind($0, in: model) }) { .faint(kind($0, in: model)) }
        rows.add(.figures("Cold", .milliseconds, secondary: true), ifAny: { cold($0) != nil }) { .figure(cold($0)) }
    }

    /// Of benchmarks without a throughput of output, that of prompts or of everything together. Small screens have room for one figure.
    private func addThroughputs(to rows: inout RowTable<Run>, in model: SiteModel) {
        let id = MetricID.outputThroughput
        if !isOfBenchmarks {
            rows.add(.figures("A", .tokensPerSecond, group: "Throughput", secondary: true)) { figure($0, 0, id) }
            rows.add(.figures("B", .tokensPerSecond, group: "Throughput", secondary: true)) { figure($0, 1, id) }
        } else {
            let hasTTFT = runs.contains { has(.ttft, $0) }
            rows.add(.figures("Throughput", .tokensPerSecond, secondary: hasTTFT), ifAny: { has(id, $0) }) {
                figure($0, 0, id)
            }
            for metric in Metric.otherThroughputs {
                rows.add(
                    .figures(metric.name, .given(in: metric.unit), secondary: true),
                    ifAny: { !has(id, $0) && has(metric.id, $0) }
                ) { figure($0, 0, metric.id) }
            }
        }
        rows.add(.text("Throughput is", secondary: true), ifVaries: { basis($0, in: model) }) { .faint("of \(basis($0, in: model)?.name ?? "–")") }
    }

    /// One agent's figure; blank for runs of many configurations, which no two columns hold.
    private func figure(_ run: Run, _ index: Int, _ metric: MetricID) -> Table.Cell {
        guard run.executions.count <= 2, run.executions.indices.contains(index) else { return .blank }
        return .figure(run.executions[index].centralValue(of: metric)?.value)
    }

    private func has(_ metric: MetricID, _ run: Run) -> Bool {
        run.executions[0].centralValue(of: metric) != nil
    }

    /// Whether no run has agents, whose columns are A and B.
    private var isOfBenchmarks: Bool { runs.allSatisfy { $0.isServingBenchmark && $0.executions.count == 1 } }

    /// The run below its suite; the suite on a line under it where the page does not name it.
    private func name(_ run: Run, _ page: PagePath) -> Table.Cell {
        .header(run.nameInSuite, href: page.link(to: .run(run.id)), detail: isOfOneSuite ? nil : run.suite)
    }

    private func modelNames(_ run: Run) -> String { run.models.isEmpty ? "–" : run.models.joined(separator: ", ") }

    private func kind(_ run: Run, in model: SiteModel) -> String {
        let kinds = Set(model.observations(of: run).map { TTFTKind($0) })
        return kinds.count == 1 ? kinds.first?.name ?? "" : "several"
    }

    /// What the throughput is of, which is the same for all agents of a run.
    private func basis(_ run: Run, in model: SiteModel) -> MetricBasis? { model.observations(of: run).first?.basis(of: .outputThroughput) }

    /// The zone that all times share, for the head of their column.
    private var zone: String? {
        let zones = Set(runs.compactMap(\.startedAt).filter { $0.timeOfDay != nil }.map { $0.zoneName ?? "as written" })
        return zones.count > 1 ? "as written" : zones.first
    }

    private func verdict(on run: Run, in site: SiteContext) -> Table.Cell {
        let failed = site.model.observations(of: run).count(where: \.hasFailed)
        let verdict = RunVerdict(run, in: site.model).verdict
        let isPart = verdict == .failed && failed < run.executions.count
        return .verdict(verdict, isPart ? "\(failed) of \(run.executions.count) failed" : verdict.word, detail: exclusions(of: run, verdict, in: site.model))
    }

    /// Why the run is excluded, or what of it is.
    private func exclusions(of run: Run, _ verdict: Verdict, in model: SiteModel) -> String? {
        let phrases = model.exclusions(of: run).map { verdict == .excluded ? $0.phrase : "excluded: \($0.phrase)" }
        return phrases.isEmpty ? nil : phrases.joined(separator: "; ")
    }
}
