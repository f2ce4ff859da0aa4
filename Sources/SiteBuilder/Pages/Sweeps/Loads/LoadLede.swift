import AgentRuns
import Bytes
import Charts

/// The first sentences of a sweep over load: the most that was got, the shortest wait and what it costs, and what the last step up buys.
struct LoadLede {
    let sweep: LoadSweep

    private struct Figure {
        let place: LoadSweep.Place
        let throughput: Double
        let latency: Double
    }

    private var words: LoadWords { LoadWords(sweep: sweep) }

    var markup: ByteBuffer {
        .markup { output in
            guard let latency = sweep.latencies.first else { return }
            let figures = sweep.places.compactMap { place -> Figure? in
                let point = sweep.point(at: place)
                guard !point.isInvalid, let wait = latency.center(of: point), let throughput = point.value(sweep.throughput, .mean) else {
                    return nil
                }
                return Figure(place: place, throughput: throughput, latency: wait)
            }
            guard let most = figures.max(by: { $0.throughput < $1.throughput }), let soonest = figures.min(by: { $0.latency < $1.latency }) else {
                return
            }
            output.append("Most: ", strong: text(most.throughput, words.throughputUnit), " at \(words.place(most.place))")
            output.append(", for a \(latency.phrase) of ", strong: text(most.latency, .milliseconds), ". ")
            if soonest.place != most.place {
                output.append(
                    latency.metric == .ttft ? "Shortest wait: " : "Shortest: ", strong: text(soonest.latency, .milliseconds),
                    " at \(words.place(soonest.place))")
                output.append(escaped: cost(of: soonest, against: most) + ".")
            }
            if let step = lastStep(figures) { output.append(escaped: " " + step) }
            output.append(escaped: " " + certainty)
        }
    }

    private func text(_ value: Double, _ quantity: Quantity) -> String { NumberFormat(value, of: quantity, in: .sentence).text(value) }

    private func share(_ value: Double) -> String { text(value, .fraction) }

    private func cost(of soonest: Figure, against most: Figure) -> String {
        guard most.throughput > 0 else { return "" }
        return ", for \(share(1 - soonest.throughput / most.throughput)) less throughput"
    }

    /// What the step to the heaviest load changes, where there is one curve: the sign of a server at its limit.
    private func lastStep(_ figures: [Figure]) -> String? {
        guard sweep.curves.count == 1, figures.count > 2 else { return nil }
        let (before, last) = (figures[figures.count - 2], figures[figures.count - 1])
        guard before.throughput > 0, before.latency > 0, last.latency > before.latency else { return nil }
        let names = [before, last].map { words.label(of: sweep.point(at: $0.place).load) }
        let gain = last.throughput / before.throughput - 1
        let ratio = last.latency / before.latency
        let wait =
            ratio < 2
            ? "\(share(ratio - 1)) more wait" : "\(NumberFormat(ratio, of: .other(unit: ""), in: .sentence).number(ratio)) times the wait"
        let change = gain < 0 ? "\(share(-gain)) less throughput" : "\(share(gain)) more throughput"
        return "The last step, from \(names[0]) to \(names[1]), is \(change) for \(wait)."
    }

    private var certainty: String {
        let counts = sweep.places.map { sweep.point(at: $0).counted.count }
        return counts.allSatisfy { $0 <= 1 } ? "One run a point: how much a point would vary is not known." : ""
    }
}
