public import AgentRuns
public import Diagnostics
public import JSON

/// A file that is being imported, read whole.
public struct ImportedFile: Sendable {
    /// The path as the user would open it.
    public let path: String
    public let name: String
    /// The folder that it lies in.
    public let folder: Place
    public let bytes: [UInt8]
    /// The parsed content, where it is JSON.
    public let json: JSON?
    /// The path from the folder that was imported, with the content's hash.
    public let source: SourceFile
    /// Whether host names and the like may be stored.
    public let keepsPrivateData: Bool

    /// The name without its suffix.
    public var stem: String {
        name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// A problem at a byte of this file.
    public func diagnostic(_ severity: Diagnostic.Severity, _ message: String, offset: Int) -> Diagnostic {
        let (location, excerpt) = SourceLocation.at(offset: offset, in: bytes, path: path)
        return Diagnostic(severity, message, at: location, excerpt: excerpt)
    }
}
