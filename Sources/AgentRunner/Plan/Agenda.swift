public import AgentRuns
import Bytes
public import Diagnostics
import Files
import SystemPackage

/// What is left to do of a plan, after a look at what is stored.
public struct Agenda: Sendable {
    public let schedule: Schedule
    /// The runs that are still to be made, in order.
    public let runs: [ScheduledRun]
    /// What was wrong with stored runs.
    public let diagnostics: [Diagnostic]
    let plan: Plan
    let fingerprint: String
    let history: PlanHistory
    /// Runs of this series that are stored and completed.
    let stored: [Run]

    public init(_ plan: Plan, store: RunStore, prompts: PromptLibrary, resumes: Bool) async {
        let library = await store.load(jobs: 2)
        self.plan = plan
        fingerprint = plan.fingerprint(prompts: prompts)
        let history = PlanHistory(library.runs, fingerprint: fingerprint)
        diagnostics = library.diagnostics
        let resumed = resumes ? history.latestFirstNumber : nil
        let schedule = Schedule(plan, firstNumber: resumed ?? Self.nextNumber(plan, store))
        stored = resumed.map { history.runs(from: $0).filter(\.isCompleted) } ?? []
        let done = Set(stored.map(\.id))
        let all = schedule.runs
        runs = all.filter { !done.contains($0.id) }
        self.history = history
        self.schedule = schedule
    }

    /// One more than the highest number that any run of the plan's configurations has.
    private static func nextNumber(_ plan: Plan, _ store: RunStore) -> Int {
        let folders = Set(Schedule(plan).runs.map(\.folder))
        let numbers = folders.flatMap { folder -> [Int] in
            let names = (try? Files.entries(of: store.folder(of: folder))) ?? []
            return names.compactMap { $0.wholeMatch(of: /run_([0-9]{1,9})/).flatMap { Int($0.1) } }
        }
        return (numbers.max() ?? 0) + 1
    }

    /// The runs in order, one a line, and what they will take.
    public var text: String {
        let count = plan.repetitions == 1 ? "1 repetition" : "\(plan.repetitions) repetitions"
        let configurations = schedule.configurationCount == 1 ? "1 configuration" : "\(schedule.configurationCount) configurations"
        var lines = ["\(schedule.runs.count) runs: \(configurations), \(count), order by seed \(plan.seed ?? 0)"]
        if runs.count < schedule.runs.count { lines.append("\(schedule.runs.count - runs.count) of them are stored and not repeated") }
        let width = String(runs.count).count
        for (index, run) in runs.enumerated() {
            let number = String(index + 1)
            let margin = String(repeating: " ", count: width - number.count)
            lines.append("\(margin)\(number)  \(run.id)  \(run.startsCold ? "cold" : "warm")  \(run.label)")
        }
        return (lines + [Estimate(runs, of: plan, history: history).text]).joined(separator: "\n")
    }
}
