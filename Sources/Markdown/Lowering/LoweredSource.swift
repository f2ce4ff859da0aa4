/// A source in which the extensions are written as plain CommonMark with marks, and what those marks stand for.
struct LoweredSource {
    var bytes: [UInt8]
    var marks: MarkNames
    /// In the order of the source.
    var tables: [LoweredTable] = []
    /// Whether each task item is done, by the line it begins on.
    var taskItems: [Int: Bool] = [:]
    var autolinks: [Autolink] = []
    var lines = LineMap()
}
