import AgentRuns

extension ComparisonRow {
    /// Says of a side that has no value because every run of it is excluded that it is so: nothing was added or removed.
    mutating func attach(_ excluded: [Exclusion], from a: ComparisonSide, _ b: ComparisonSide) {
        guard verdict == .added || verdict == .removed else { return }
        let side = verdict == .added ? a : b
        guard !side.runs.isEmpty, side.runs.allSatisfy({ run in excluded.contains { $0.run == run.id && covers($0) } }) else { return }
        isExcluded = (verdict == .added, verdict == .removed)
        verdict = .notComparable
    }

    /// Whether an entry takes out what the row is of. What agents come to together goes with any of them; cold calls go with their metric.
    private func covers(_ entry: Exclusion) -> Bool {
        guard let role = agent.role else { return entry.metric == nil }
        let id = metric.id == ComparedMetric.coldTTFT.id ? MetricID.ttft : MetricID(rawValue: metric.id)
        return (entry.slot == nil || entry.slot == role) && entry.covers(id)
    }
}

extension ComparisonSide {
    /// Why nothing of the side is compared; `nil` where something is.
    func exclusion(called name: String, in model: SiteModel) -> String? {
        guard !runs.isEmpty, runs.allSatisfy(model.isExcluded) else { return nil }
        let reasons = runs.flatMap(model.exclusions).filter { $0.metric == nil }.map(\.reason)
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return "Every run of \(name) is excluded: \(reasons.joined(separator: "; "))."
    }
}
