/// What the block scanner found in a source that plain CommonMark has no notion of, or that must be looked at more closely.
struct ScannedSource {
    /// Text of leaf blocks with something in it to rewrite.
    var texts: [ScannedText] = []
    var tables: [ScannedTable] = []
    var taskItems: [ScannedTaskItem] = []
    /// Offsets of text that libcmark would read as something else: a list marker too deep, a tag that newer versions know.
    var inertStarts: [Int] = []
    /// Lines that end a paragraph which libcmark would go on with.
    var barriers: [Barrier] = []
    /// Offsets that a backslash goes before.
    var escapes: [Int] = []
    var references = ReferenceLabels()

    var isEmpty: Bool {
        texts.isEmpty && tables.isEmpty && taskItems.isEmpty && inertStarts.isEmpty && barriers.isEmpty
            && escapes.isEmpty
    }

    struct Barrier {
        var line: Int
        /// From the line's start to its first character that is no space.
        var prefix: Range<Int>
    }
}
