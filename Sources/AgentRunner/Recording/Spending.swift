/// What a plan has used up of its budget.
struct Spending: Sendable {
    private(set) var total = PlanHistory.Cost(seconds: 0, tokens: 0)
    private var runs = 0

    mutating func add(_ cost: PlanHistory.Cost) {
        total.seconds += cost.seconds
        total.tokens += cost.tokens
        runs += 1
    }

    /// What a run took on average; `nil` before the first.
    var mean: PlanHistory.Cost? {
        guard runs > 0 else { return nil }
        return PlanHistory.Cost(seconds: total.seconds / Double(runs), tokens: total.tokens / runs)
    }

    /// Why a run must not be started; `nil` where the budget has room for it.
    ///
    /// - Parameter next: what the run is expected to take.
    func objection(to next: PlanHistory.Cost, budget: Plan.Budget) -> String? {
        if let tokens = budget.tokens, total.tokens + next.tokens > tokens || total.tokens >= tokens {
            return "the budget of \(tokens) tokens has no room for the next run: \(total.tokens) are used, and it takes about \(next.tokens)"
        }
        if let minutes = budget.minutes, total.seconds + next.seconds > minutes * 60 || total.seconds >= minutes * 60 {
            let used = Int((total.seconds / 60).rounded(.up))
            return
                "the budget of \(minutes) minutes has no room for the next run: about \(used) are used, and it takes about \(Int(next.seconds.rounded(.up))) s"
        }
        return nil
    }
}
