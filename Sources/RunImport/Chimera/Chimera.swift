import AgentRuns
import JSON

/// What the Chimera benchmark programs write: JSON, Markdown and CSV, in folders that hold a run's files together.
///
/// Source: the programs and their artefacts in the public repository Sahil170595/Chimeraforge, at commit 405b1eb6 and in its history.
public struct Chimera: ImportFormat {
    public static let name = "chimera"
    public static let description = FormatDescription(
        detectedBy: "the keys, headings and columns of the Chimera programs' files",
        tried: ["\(ChimeraDialect.allCases.count) dialects, up to commit 405b1eb6"])
    /// The programs' own folders have dates of suites in their names, and a file's time may be unknown on purpose.
    public static let takesDatesFromNames = false

    public init() {}

    public func recognizes(_ head: FileHead) -> Bool {
        if let json = head.json { return ChimeraJSON.kind(json, keys: head.jsonKeys) != nil || OtherFiles.reason(jsonKeys: head.jsonKeys) != nil }
        if Self.isRawReport(head.name) { return true }
        if head.bytes.first == UInt8(ascii: "#") || head.bytes.first == 0x0A || head.bytes.first == 0x0D {
            return ChimeraText.dialect(of: TextLines(Array(head.bytes))) != nil
        }
        let columns = CSVTable.columns(of: head.bytes)
        return columns.count > 1 && (CallTable.isHeader(columns) || OtherFiles.reason(columns: columns) != nil)
    }

    public func read(_ file: ImportedFile) throws(ImportError) -> ChimeraFragment {
        if let json = file.json { return try ChimeraJSON.read(json, of: file) }
        return try ChimeraFragment(text: file)
    }

    public func runs(from fragments: [ChimeraFragment]) -> ImportReading {
        ChimeraAssembly(fragments).reading()
    }

    /// A report in which a model's answer stands alone can be told by nothing but its name; it gives no figures.
    static func isRawReport(_ name: String) -> Bool {
        name == "collector_report.md" || name == "insight_report.md"
    }
}
