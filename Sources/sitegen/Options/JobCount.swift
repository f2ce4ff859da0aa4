import ArgumentParser
import Platform

/// How many cores to use: all of them unless a number is given.
struct JobCount: ExpressibleByArgument {
    var count = ProcessInfo.processInfo.activeProcessorCount

    init() {}

    init?(argument: String) {
        guard let count = Int(argument) else { return nil }
        self.count = count
    }

    /// What a manual says, whatever machine it was printed on.
    var defaultValueDescription: String { "all of them" }
}
