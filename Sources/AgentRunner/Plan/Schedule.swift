import RunStatistics

/// Every repetition of every configuration of a plan, once, in the order in which they are run.
///
/// The order goes through all configurations before it repeats any, and each round is shuffled anew with the plan's seed: a machine that
/// grows slower over the day does so for every configuration alike, and a plan that is broken off has tried them all about as often.
public struct Schedule: Sendable, Hashable {
    public let runs: [ScheduledRun]
    public let configurationCount: Int
    /// The number of each configuration's first run.
    public let firstNumber: Int

    public init(_ plan: Plan, firstNumber: Int = 1) {
        let configurations = plan.grid.laid(over: plan.agents)
        var generator = SplitMix64(seed: UInt64(bitPattern: Int64(plan.seed ?? 0)))
        configurationCount = configurations.count
        self.firstNumber = firstNumber
        runs = (0..<plan.repetitions).flatMap { repetition in
            generator.shuffled(Array(configurations.indices)).map { index in
                ScheduledRun(
                    configuration: index, repetition: repetition + 1, number: firstNumber + repetition, agents: configurations[index],
                    startsCold: plan.coldStart == .eachRun || (plan.coldStart == .first && repetition == 0),
                    folder: plan.runFolder(of: configurations[index]))
            }
        }
    }
}
