/// The Markdown report that an agent left, as a file beside the run file.
public struct Report: Sendable, Hashable {
    /// The file's name in the run's folder.
    public var file: String
    /// The lines that a model wrote, from 1, both ends included, in order; all others were written by a program.
    public var modelWritten: [ClosedRange<Int>]

    public init(file: String, modelWritten: [ClosedRange<Int>]) {
        self.file = file
        self.modelWritten = modelWritten
    }
}
