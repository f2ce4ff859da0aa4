import AgentRuns
import Bytes
import Charts
import RunStatistics

/// The first sentences of a sweep: the fastest, the shortest wait and what it costs, and how sure that is.
struct SweepLede {
    let sweep: Sweep
    let rules: VerdictRules

    private struct Best {
        let configuration: SweepConfiguration
        let value: Double
        let figures: SweepFigures

        func text(_ metric: SweepMetric) -> String { NumberFormat(value, of: metric.quantity, in: .sentence).text(value) }
    }

    var markup: ByteBuffer {
        .markup { output in
            let fastest = best(.throughput)
            let soonest = best(.ttft)
            if let fastest, let soonest, fastest.configuration.configuration == soonest.configuration.configuration {
                output.append("Fastest and shortest wait: ", strong: fastest.text(.throughput), "")
                output.append(" and ", strong: soonest.text(.ttft), " at \(place(of: fastest)).")
            } else {
                if let fastest { output.append("Fastest: ", strong: fastest.text(.throughput), " at \(place(of: fastest)). ") }
                if let soonest {
                    output.append("Shortest wait: ", strong: soonest.text(.ttft), " at \(place(of: soonest))\(cost(of: soonest, fastest)).")
                }
            }
            if fastest == nil, soonest == nil { output.append("Every call that was measured was cold.") }
            // Figures over all calls are never mistaken for warm ones.
            if !sweep.kind.isWarm {
                output.append(escaped: isUndecided ? " It is not known which calls were cold." : together)
            }
            if let doubt { output.append(escaped: " " + doubt) }
        }
    }

    private var together: String {
        sweep.kind.population == .allRequests ? " Figures are over all requests." : " Cold and warm calls are not told apart."
    }

    private var isUndecided: Bool { SweepWords(sweep: sweep).own == .undecided }

    /// The best median over the executions of a configuration; of two that are alike the first in the order of the options.
    private func best(_ metric: SweepMetric) -> Best? {
        let all = sweep.configurations.compactMap { configuration in
            configuration.median.flatMap { figures in
                figures[keyPath: metric.figure].map { Best(configuration: configuration, value: $0, figures: figures) }
            }
        }
        return metric.higherIsBetter ? all.max { $0.value < $1.value } : all.min { $0.value < $1.value }
    }

    /// `num_gpu 999, num_ctx 4096, temperature 0.8`, each of which stays on one line.
    private func place(of best: Best) -> String {
        zip(sweep.options, best.configuration.values).map { "\($0.name)\u{A0}\($1)" }.joined(separator: ", ")
    }

    /// What the shortest wait costs in throughput.
    private func cost(of soonest: Best, _ fastest: Best?) -> String {
        guard let fastest, let throughput = soonest.figures.throughput, fastest.value > 0 else { return "" }
        let loss = 1 - throughput / fastest.value
        // Small differences are the ones that matter here, so they keep a decimal.
        let format = NumberFormat(loss, of: .fraction, in: loss < 0.1 ? .column : .sentence)
        return loss == 0 ? ", for the same throughput" : ", for \(format.text(loss)) less throughput"
    }

    /// Neighbours in the grid are not ranked before there are enough runs of each to compare them.
    private var doubt: String? {
        let counts = sweep.configurations.map(\.n).filter { $0 > 0 }
        guard let least = counts.min(), least < rules.leastRuns else { return nil }
        let thing = SweepWords(sweep: sweep).measuredThing
        let extent = counts.allSatisfy { $0 == 1 } ? "One \(thing)" : SweepWords.extent(counts, thing)
        return "\(extent) a configuration: not enough data to rank neighbours."
    }
}
