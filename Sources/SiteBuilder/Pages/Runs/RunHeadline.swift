import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The large figures at the head of a run's page: at most four, each with its unit, its statistic and its n.
struct RunHeadline {
    let run: Run
    /// Its executions.
    let observations: [Observation]

    struct Figure {
        var value: Double?
        var quantity: Quantity
        /// Small lines under the numeral.
        var details: [String]
    }

    struct Block {
        var name: String
        var figures: [Figure]
    }

    var markup: ByteBuffer {
        .markup { output in
            output.append("<dl class=\"headline\">\n")
            for block in blocks { write(block, into: &output) }
            output.append("</dl>\n")
        }
    }

    private var blocks: [Block] {
        if run.executions.count > 2 { return sweepBlocks }
        if run.isServingBenchmark, let first = observations.first { return servingBlocks(first) }
        if let coordination = run.coordination { return coordinationBlocks(coordination) + [ttftBlock, throughputBlock] }
        return [ttftBlock] + [coldBlock].compactMap(\.self) + [throughputBlock, totalBlock]
    }

    private func coordinationBlocks(_ coordination: Coordination) -> [Block] {
        var work: [String] = []
        if let sequential = coordination.sequential, let wall = coordination.wall {
            work.append("\(seconds(sequential)) of work in \(seconds(wall))")
        }
        let contention =
            switch coordination.contention {
            case true: "of two agents; contention"
            case false: "of two agents; no contention"
            case nil: "of two agents"
            }
        return [
            Block(name: "Speed-up", figures: [Figure(value: coordination.speedup, quantity: .speedUp, details: work)]),
            Block(name: "Efficiency", figures: [Figure(value: coordination.efficiency, quantity: .fraction, details: [contention])]),
        ]
    }

    private func seconds(_ value: Double) -> String { NumberFormat(value, of: .seconds, in: .sentence).text(value) }

    private var ttftBlock: Block {
        centralBlock("TTFT", .ttft, .milliseconds) { $0.knownCalls.isEmpty ? "not measured" : "no warm call" }
    }

    private var throughputBlock: Block {
        centralBlock("Throughput", .outputThroughput, .tokensPerSecond) { _ in "not measured" }
    }

    /// The central values of a metric, under its name and the statistic that they share.
    private func centralBlock(_ name: String, _ metric: MetricID, _ quantity: Quantity, missing: (AgentExecution) -> String) -> Block {
        let central = run.executions.map { $0.centralValue(of: metric) }
        let statistics = Set(central.compactMap { $0?.statistic.name })
        let statistic = statistics.count == 1 ? statistics.first.map { ", \($0)" } ?? "" : ""
        return Block(
            name: name + statistic,
            figures: zip(run.executions, central).map { execution, central in
                figure(central, quantity, execution, missing: missing(execution))
            })
    }

    private var coldBlock: Block? {
        let cold = run.executions.map { execution in execution.knownCalls.filter { $0.cold == true && $0.ttft != nil } }
        guard cold.contains(where: { !$0.isEmpty }) else { return nil }
        return Block(
            name: "TTFT, cold",
            figures: zip(run.executions, cold).map { execution, calls in
                guard let summary = SampleSummary(calls.compactMap(\.ttft)) else {
                    return Figure(value: nil, quantity: .milliseconds, details: [slotName(execution), "no cold call"].compactMap(\.self))
                }
                let named = [slotName(execution), "n \(summary.n)"].compactMap(\.self).joined(separator: ", ")
                let load = summary.n == 1 ? calls[0].load.map { "\(NumberFormat($0, of: .milliseconds, in: .headline).text($0)) model load" } : nil
                return Figure(value: summary.median, quantity: .milliseconds, details: [named, load].compactMap(\.self))
            })
    }

    private var totalBlock: Block {
        let isMean = run.executions.contains { $0.metrics[.totalDuration]?[.sum] == nil && $0.metrics[.totalDuration]?[.mean] != nil }
        return Block(
            name: isMean ? "Duration, mean" : "Total duration",
            figures: run.executions.map { execution in
                let tokens = execution.metrics[.outputTokens]?.headline.map { "\(NumberFormat([$0], of: .count).number($0)) tokens" }
                return Figure(
                    value: execution.metrics[.totalDuration]?.headline, quantity: .milliseconds,
                    details: [slotName(execution), tokens].compactMap(\.self))
            })
    }

    /// Of many configurations measured together: how many, the fastest, the shortest wait.
    private var sweepBlocks: [Block] {
        func best(_ metric: MetricID, _ quantity: Quantity, _ isBetter: (Double, Double) -> Bool) -> Figure {
            let values = observations.compactMap { observation in
                observation.countedValue(of: metric).map { (observation.execution, $0) }
            }
            guard let (execution, central) = values.min(by: { isBetter($0.1.value, $1.1.value) }) else {
                return Figure(value: nil, quantity: quantity, details: ["not measured"])
            }
            return Figure(
                value: central.value, quantity: quantity, details: [execution.configuration.label, "n \(counted(central.n ?? 0, "call"))"])
        }
        let failed = observations.count(where: \.hasFailed)
        let calls = run.executions.reduce(0) { $0 + ($1.numberOfCalls ?? 0) }
        return [
            Block(
                name: "Configurations",
                figures: [
                    Figure(value: Double(run.executions.count), quantity: .count, details: ["\(counted(calls, "call")), \(failed) failed"])
                ]),
            Block(name: "Throughput, highest", figures: [best(.outputThroughput, .tokensPerSecond, >)]),
            Block(name: "TTFT, warm, shortest", figures: [best(.ttft, .milliseconds, <)]),
        ]
    }

    /// n and range under a central value; the slot first where there are two.
    private func figure(_ central: CentralValue?, _ quantity: Quantity, _ execution: AgentExecution, missing: String) -> Figure {
        guard let central else { return Figure(value: nil, quantity: quantity, details: [slotName(execution), missing].compactMap(\.self)) }
        let n = central.n.map { "n \($0)" }
        let named = [slotName(execution), n].compactMap(\.self).joined(separator: ", ")
        let range = central.range.map { range in
            NumberFormat([central.value], of: quantity, in: .headline).range(range.lowerBound, range.upperBound)
        }
        return Figure(value: central.value, quantity: quantity, details: [named, range].compactMap(\.self).filter { !$0.isEmpty })
    }

    private func slotName(_ execution: AgentExecution) -> String? { run.executions.count > 1 ? execution.slot : nil }

    private func write(_ block: Block, into output: inout ByteBuffer) {
        output.append(block.figures.count == 2 ? "<div class=\"pair\"><dt>" : "<div><dt>")
        output.append(escaped: block.name)
        output.append("</dt>\n")
        let formats = block.figures.map { NumberFormat([$0.value], of: $0.quantity, in: .headline) }
        for (figure, format) in zip(block.figures, formats) {
            output.append(figure.value == nil ? "<dd><b class=\"nil\">" : "<dd><b>")
            output.append(figure.value, as: format)
            output.append("</b>")
            if figure.value != nil, !format.unit.symbol.isEmpty {
                output.append("\u{202F}<span class=\"u\">")
                output.append(escaped: format.unit.symbol)
                output.append("</span>")
            }
            output.append(" <small>")
            for (index, detail) in figure.details.enumerated() {
                if index > 0 { output.append("<br>") }
                output.append(escaped: detail)
            }
            output.append("</small></dd>\n")
        }
        output.append("</div>\n")
    }
}
