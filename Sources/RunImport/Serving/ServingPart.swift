import Diagnostics

/// What one tool has in a file.
struct ServingPart: Sendable {
    var fragment: ServingFragment
    /// Whether anything of the tool is there, read or not.
    var isFound = false
    /// Why nothing could be read, where something of the tool is there.
    var emptyReason: String?
    /// What is to be said of values that were left out, where others of the file were not.
    var refusals: [Diagnostic] = []
}
