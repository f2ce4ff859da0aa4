import AgentRuns

/// Whether the figures of a run that was printed for reading are those of a run's data, after rounding.
///
/// Every statistic that both have must agree to two decimals, or to three digits where seconds were printed with two decimals.
struct PrintedAgreement {
    let holds: Bool

    init(full: Run, printed: Run) {
        let slots = Dictionary(full.executions.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first })
        var differing = 0
        for (index, execution) in printed.executions.enumerated() {
            let sameSlot = slots[execution.slot] ?? (full.executions.count > index ? full.executions[index] : nil)
            for (id, summary) in execution.metrics {
                for (statistic, figure) in summary.present {
                    guard let figure, let exact = sameSlot?.metrics[id]?[statistic] else { continue }
                    if abs(figure - exact) > Self.rounding + 1e-3 * abs(exact) { differing += 1 }
                }
            }
        }
        holds = differing == 0
    }

    /// Half of the last of two decimals, and a little for what was rounded before it was printed.
    private static let rounding = 0.0051
}
