import Diagnostics
import Files
import SystemPackage
import TOMLReading

extension TOMLSource {
    /// Reads and parses a file that a site may have; `nil` where it has none, and where the file is broken, which is reported.
    static func load(_ path: FilePath, reporting diagnostics: inout [Diagnostic]) -> TOMLTableReader? {
        guard EntryKind(of: path) != .missing else { return nil }
        guard Files.kind(of: path) == .file else {
            diagnostics.append(.error("not a file that can be read", at: SourceLocation(path.string)))
            return nil
        }
        do {
            return TOMLSource(try Files.read(path), path: path.string).parse(reporting: &diagnostics)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}
