/// A report of one agent, to be kept beside the run.
struct AttachedReport: Sendable {
    /// Where a report comes from; an earlier one is preferred.
    enum Origin: Int, Sendable, Comparable {
        case file, technicalFile, figuresFile

        static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
    }

    var slot: String
    var name: String
    var bytes: [UInt8]
    var modelWritten: [ClosedRange<Int>]
    var origin: Origin
}

/// A file that a program wrote about a whole run, to be kept beside it.
struct AttachedDocument: Sendable {
    var name: String
    var bytes: [UInt8]
}
