import RunStatistics

/// A series whose level never changes, at its newest run.
public struct Series: Sendable {
    /// The central values of the earlier runs.
    public private(set) var history: [Double]
    /// The samples of the last earlier run.
    public private(set) var previous: [Double]
    /// The samples of the newest run.
    public private(set) var newest: [Double]

    public init(from model: inout NoiseModel, earlierRuns: Int = 31) {
        var history: [Double] = []
        for _ in 1..<earlierRuns { history.append(model.runValue()) }
        previous = model.run()
        self.history = history + [RunStatistics.median(previous)]
        newest = model.run()
    }

    /// Records more runs: the newest joins the history, of which as many are kept as before.
    public mutating func record(_ runs: Int, from model: inout NoiseModel) {
        for _ in 0..<runs {
            history.removeFirst()
            history.append(RunStatistics.median(newest))
            previous = newest
            newest = model.run()
        }
    }

    /// The same series with a newest run that changed.
    public func changed(by factor: Double) -> Series {
        var series = self
        series.newest = newest.map { $0 * factor }
        return series
    }
}
