public import AgentRuns
import Files
import SystemPackage

/// Carries out a plan: runs its agents against their servers, one run after the other, and records each in a store.
///
/// A run is recorded whole after its last call, or not at all, so a plan that is broken off leaves only finished runs and can be resumed.
public struct PlanRunner: Sendable {
    let plan: Plan
    let servers: [String: any ModelServer]
    let store: RunStore
    let prompts: PromptLibrary
    let redaction: Redaction
    let version: String
    let progress: @Sendable (RunProgress) -> Void

    /// - Parameters:
    ///   - servers: the clients of the plan's servers, by name.
    ///   - version: of this program, for the records.
    ///   - progress: is told of each run, and a few times a second of its tokens; from any thread.
    public init(
        _ plan: Plan, servers: [String: any ModelServer], store: RunStore, prompts: PromptLibrary, redaction: Redaction, version: String,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.plan = plan
        self.servers = servers
        self.store = store
        self.prompts = prompts
        self.redaction = redaction
        self.version = version
        self.progress = progress
    }

    /// Makes every run that is still to be made. Cancelling the task ends it without recording the run that is under way.
    ///
    /// - Parameter resumes: go on with the plan's latest series of repetitions: completed runs are kept, failed ones repeated under
    ///   their ids. Otherwise a new series begins, with the numbers after those of all stored runs.
    public func run(resumes: Bool = false) async -> RunOutcome {
        let agenda = await Agenda(plan, store: store, prompts: prompts, resumes: resumes)
        var session = RunSession(self, agenda)
        return await session.perform()
    }
}
