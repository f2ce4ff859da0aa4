import AgentRuns
import Charts
import RunStatistics

/// The cells of a row in words, the same in every format that is read by people.
extension ComparisonRow {
    /// `insight, TTFT, warm`.
    var name: String { [agent.role ?? "agents together", measureName].joined(separator: ", ") }

    /// `TTFT, warm`: which calls it is of is said of TTFT.
    var measureName: String {
        guard kinds.count == 1, let kind = kinds.first else { return metric.name }
        guard metric.base == .ttft else { return metric.name }
        return "\(metric.name), \(kind.drop { $0 != "," }.dropFirst(2))"
    }

    var quantity: Quantity { metric.id == ComparedMetric.speedup.id ? .speedUp : .given(in: metric.unit) }

    /// One unit and one number of decimals for both sides.
    var format: NumberFormat { NumberFormat([a?.value, b?.value], of: quantity, in: .column) }

    /// The cells of both sides: the centre, or why there is none.
    var sideTexts: (a: String, b: String) {
        func text(_ center: Center?, _ hasFailed: Bool, _ isExcluded: Bool) -> String {
            isExcluded ? "excluded" : hasFailed ? "failed" : center.map { format.number($0.value) } ?? "–"
        }
        return (text(a, hasFailed.a, isExcluded.a), text(b, hasFailed.b, isExcluded.b))
    }

    /// A side with its unit.
    func text(_ center: Center?) -> String { format.text(center?.value) }

    /// `+39.9` per cent or `×2.4`; for shares the difference in points.
    var changeText: String {
        guard let difference else { return "–" }
        guard let ratio = difference.ratio else {
            let change = NumberFormat(unit: format.unit, decimals: metric.isShare ? 1 : format.decimals).change(difference.difference)
            return change + (metric.isShare ? " points" : format.unitSuffix)
        }
        return NumberFormat.ratio(ratio, in: .column)
    }

    /// The interval of the change, as the change itself is written.
    var intervalText: String {
        guard let difference, let interval = difference.interval, isTelling(interval) else { return "–" }
        guard difference.ratio != nil else {
            let format = NumberFormat(unit: format.unit, decimals: 1)
            return "\(format.change(interval.lower)) to \(format.change(interval.upper))"
        }
        return "\(NumberFormat.ratio(interval.lower, in: .column)) to \(NumberFormat.ratio(interval.upper, in: .column))"
    }

    /// Two or three values have an interval that holds almost everything; it says nothing and is not spelled out.
    private func isTelling(_ interval: Interval) -> Bool {
        difference?.ratio == nil || (interval.lower > 0.05 && interval.upper < 20)
    }

    /// The interval, where it is one of the ratio.
    var interval: Interval? { difference?.ratio == nil ? nil : difference?.interval }

    /// What counts once as the wall time of the agents is said to.
    var verdictWord: String { metric.followsFromWallTime && verdict == .notComparable ? "follows from wall time" : verdict.words }

    var verdictText: String {
        let addition = acknowledgement == nil ? detail : "acknowledged"
        return addition.map { "\(verdictWord), \($0)" } ?? verdictWord
    }
}

extension ComparisonRow {
    /// Whether what the row says is known. An entry that names a run in which two sides do not differ changes nothing of that.
    var isAcknowledged: Bool { acknowledgement != nil && (since != nil || verdict == .regression || verdict == .improvement || verdict == .failed) }

    /// What is shown for its verdict.
    var mark: Verdict { isAcknowledged ? .acknowledged : Verdict(verdict) }
}

extension VerdictWord {
    /// `not enough data`.
    var words: String { rawValue.replacing("_", with: " ") }
}

extension VerdictWord {
    /// How the interval of a row is drawn.
    var plotKind: IntervalPlot.Kind {
        switch self {
        case .regression: .regression
        case .improvement: .improvement
        case .noChange: .noChange
        default: .notEnoughData
        }
    }
}

extension Interval {
    /// The interval as charts take it; an upper end that is nowhere stays open.
    var range: ClosedRange<Double>? { lower <= upper ? lower...upper : nil }
}
