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
    /// The parsed content, where it is one value of JSON to the letter.
    public let json: JSON?
    /// The values of recorded JSON, with arrays replaced by their elements; empty for any other content.
    public let records: [JSON]
    /// The path from the folder that was imported, with the content's hash.
    public let source: SourceFile
    /// Whether host names and the like may be stored.
    public let keepsPrivateData: Bool

    /// What the formats recognized it by.
    let head: FileHead

    init(path: String, folder: Place, head: FileHead, source: SourceFile, keepsPrivateData: Bool) {
        self.path = path
        self.folder = folder
        self.head = head
        name = head.name
        bytes = head.content
        json = head.json
        records = head.records
        self.source = source
        self.keepsPrivateData = keepsPrivateData
    }

    /// The text, where the file is no JSON.
    var text: RecordedText { head.text }

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
