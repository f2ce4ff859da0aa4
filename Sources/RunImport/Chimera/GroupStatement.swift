import JSON

/// What a file says about all runs of a folder together: means that must agree with theirs.
struct GroupStatement: Sendable {
    /// The folder whose sub-folders are the runs.
    var folder: Place
    /// How many runs the means are over.
    var runs: Int
    var means: [StatedFigure]

    init(folder: Place, runs: Int, means: [StatedFigure]) {
        self.folder = folder
        self.runs = runs
        self.means = means
    }

    /// The `aggregate` of a `summary.json`.
    ///
    /// - Parameter ttftSign: 1 where the program's TTFT difference is B − A, −1 where it is A − B.
    init(aggregate json: JSON, runs: Int, folder: Place, ttftSign: Double) throws(JSONError) {
        self.init(folder: folder, runs: runs, means: [])
        if let mean = try json.optionalNumber("average_concurrency_speedup") { means.append(.init(.speedup, mean)) }
        if let mean = try json.optionalNumber("average_efficiency") { means.append(.init(.efficiency, mean)) }
        if let mean = try json.optionalNumber("average_throughput_delta") { means.append(.init(.throughputDelta, mean)) }
        if let mean = try json.optionalNumber("average_ttft_delta_ms") { means.append(.init(.ttftDelta, mean * ttftSign)) }
    }
}
