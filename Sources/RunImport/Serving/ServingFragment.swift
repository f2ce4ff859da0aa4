import AgentRuns
import Diagnostics

/// The records of one file.
struct ServingFragment: Sendable {
    var source: SourceFile
    var folder: Place
    /// The file's name without its suffix.
    var stem: String
    var records: [ServingRecord]
    var diagnostics: [Diagnostic] = []
    /// Whether results of other tools stand in the file, too.
    var sharesFile = false
}
