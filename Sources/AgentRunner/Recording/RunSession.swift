import AgentRuns
import Diagnostics
import Files

/// The work on an agenda, from its first run to whatever ends it.
struct RunSession: Sendable {
    private let runner: PlanRunner
    private let agenda: Agenda
    private var history: PlanHistory
    private var spending = Spending()
    private var outcome = RunOutcome()
    private var tokens = 0
    private var failuresInARow = 0

    private var plan: Plan { runner.plan }

    /// After so many failed runs one after the other nothing works, and the rest would only fail as well.
    private static let failureLimit = 3

    init(_ runner: PlanRunner, _ agenda: Agenda) {
        self.runner = runner
        self.agenda = agenda
        history = agenda.history
        outcome.diagnostics = agenda.diagnostics
        outcome.skipped = agenda.stored.count
        for run in agenda.stored { PlanHistory.Cost(of: run).map { spending.add($0) } }
    }

    mutating func perform() async -> RunOutcome {
        for (index, run) in agenda.runs.enumerated() {
            outcome.remaining = agenda.runs.count - index
            guard let ending = await perform(run, index) else { continue }
            outcome.ending = ending
            return outcome
        }
        outcome.remaining = 0
        return outcome
    }

    /// Makes one run and records it.
    ///
    /// - Returns: why no other is to follow; `nil` where the next one may.
    private mutating func perform(_ run: ScheduledRun, _ index: Int) async -> RunOutcome.Ending? {
        if Task.isCancelled { return .interrupted }
        if let objection = spending.objection(to: expectedCost(of: run), budget: plan.budget) {
            outcome.diagnostics.append(.warning("\(objection); raise it and go on with --resume"))
            return .overBudget
        }
        report(.started, run, index)
        let attempt = RunAttempt(run: run, runner: runner, mark: mark(of: run), meter: meter(for: run, index))
        do throws(RunAttempt.Failure) {
            let record = try await attempt.perform()
            try store(record)
            return settle(record, run, index)
        } catch {
            switch error {
            case .interrupted: return .interrupted
            case .file(let error):
                outcome.diagnostics.append(error.diagnostic)
                return .fileFailed
            case .server(let name, let error):
                outcome.diagnostics.append(.error("server '\(name)': \(runner.redaction.applied(to: error.reason))"))
                return .serverFailed
            }
        }
    }

    private func store(_ record: RunAttempt.Record) throws(RunAttempt.Failure) {
        do throws(FileError) {
            _ = try runner.store.store(record.run, files: record.files)
        } catch {
            throw .file(error)
        }
    }

    private mutating func settle(_ record: RunAttempt.Record, _ run: ScheduledRun, _ index: Int) -> RunOutcome.Ending? {
        let recorded = record.run
        outcome.remaining -= 1
        spending.add(record.cost)
        tokens += recorded.executions.flatMap(\.calls).compactMap(\.outputTokens).reduce(0, +)
        guard !recorded.isCompleted else {
            outcome.completed.append(run.id)
            failuresInARow = 0
            history.add(recorded)
            report(.completed, run, index)
            return nil
        }
        outcome.failed.append(run.id)
        failuresInARow += 1
        for execution in recorded.executions {
            if let reason = execution.error { outcome.diagnostics.append(.error("\(run.id), \(execution.slot): \(reason)")) }
        }
        report(.failed, run, index)
        // Every run of a plan has the same models, so a missing one is missed by all of them.
        if record.failures.contains(.unknownModel) { return .serverFailed }
        guard failuresInARow < Self.failureLimit else {
            outcome.diagnostics.append(
                .error("\(failuresInARow) runs failed one after the other, so no other is tried; mend what is wrong and go on with --resume"))
            return .serverFailed
        }
        return nil
    }

    private func mark(of run: ScheduledRun) -> PlanMark {
        PlanMark(fingerprint: agenda.fingerprint, repetition: run.repetition, firstNumber: agenda.schedule.firstNumber)
    }

    /// By what the same configuration took, else by what the runs so far took, else by what the plan allows its answers.
    private func expectedCost(of run: ScheduledRun) -> PlanHistory.Cost {
        if let known = history.meanCost(of: run, scenario: plan.scenario) ?? spending.mean { return known }
        let limits = run.agents.compactMap(plan.tokenLimit).reduce(0, +)
        return PlanHistory.Cost(seconds: 0, tokens: limits * AgentWorkflow.stageCount)
    }
}

/// What others are told.
extension RunSession {
    private func report(_ event: RunProgress.Event, _ run: ScheduledRun, _ index: Int) {
        runner.progress(progress(event, run, index, tokens: tokens, rate: nil))
    }

    private func meter(for run: ScheduledRun, _ index: Int) -> TokenMeter {
        let before = tokens
        let base = progress(.generating, run, index, tokens: before, rate: nil)
        let tell = runner.progress
        return TokenMeter { tokens, rate in
            var now = base
            now.tokens = before + tokens
            now.tokensPerSecond = rate
            tell(now)
        }
    }

    private func progress(_ event: RunProgress.Event, _ run: ScheduledRun, _ index: Int, tokens: Int, rate: Double?) -> RunProgress {
        let isOver = event == .completed || event == .failed
        let left = agenda.runs[(isOver ? index + 1 : index)...]
        let seconds = left.map { history.meanCost(of: $0, scenario: plan.scenario)?.seconds ?? spending.mean?.seconds }
        let known = seconds.compactMap(\.self)
        return RunProgress(
            event: event, position: index + 1, count: agenda.runs.count, run: run.id, configuration: run.label, tokens: tokens,
            tokensPerSecond: rate, secondsLeft: known.count == seconds.count ? known.reduce(0, +) : nil)
    }
}
