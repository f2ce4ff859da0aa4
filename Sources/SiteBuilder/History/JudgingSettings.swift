import AgentRuns
import RunStatistics

/// The smallest change that counts on this site, for all metrics and for single ones.
struct JudgingSettings: Sendable, Hashable {
    /// As a share of the earlier value; `nil` for the usual one.
    var smallestChange: Double?
    var byMetric: [MetricID: Double] = [:]

    /// The rules of the site for metrics that have none of their own.
    func rules(from standard: VerdictRules) -> VerdictRules {
        var rules = standard
        rules.leastChange = smallestChange ?? standard.leastChange
        return rules
    }

    /// The rules of the site for one metric.
    func rules(for metric: MetricID, from standard: VerdictRules = .standard) -> VerdictRules {
        var rules = standard
        rules.leastChange = byMetric[metric] ?? byMetric[metric.base] ?? smallestChange ?? standard.leastChange
        return rules
    }
}
