import AgentRuns
import Diagnostics
import JSON

/// What one file of the Chimera programs says.
public struct ChimeraFragment: Sendable {
    var source: SourceFile
    /// The path as the user would open it.
    var path: String
    /// What it says of single runs.
    var accounts: [Account]
    /// What it says of all runs of a folder.
    var group: GroupStatement?
    /// The whole file as an agent's report, where its name says that it is one and nothing else can.
    var rawReport: RawReport?
    var diagnostics: [Diagnostic] = []

    /// Why the file is left out where nothing that it speaks of is a run.
    var reasonWithoutRun: String {
        accounts.isEmpty && group == nil ? "not an agent run: a document without a program's figures of one" : "the figures of its run are not here"
    }

    init(_ file: ImportedFile, _ accounts: [Account] = []) {
        source = file.source
        path = file.path
        self.accounts = accounts
    }

    /// Reads a Markdown file or a table. Bytes that are no UTF-8 are repaired, with a warning at the first.
    init(text file: ImportedFile) throws(ImportError) {
        self.init(file)
        var file = file
        if let offset = file.bytes.withUnsafeBufferPointer(firstInvalidUTF8) {
            diagnostics.append(file.diagnostic(.warning, "the file is not valid UTF-8; what can't be read is replaced", offset: offset))
            file = file.repaired()
        }
        let text = TextLines(file.bytes)
        if Chimera.isRawReport(file.name) { rawReport = RawReport(file, text) }
        guard let dialect = ChimeraText.dialect(of: text) else {
            if rawReport == nil { try readTable(file) }
            return
        }
        do throws(ImportError) {
            try read(text, dialect, file)
        } catch {
            // A model's bare answer may imitate the head of a program's report; whether it is one is known when the run's other files are.
            guard rawReport != nil, case .broken(let message, let offset) = error else { throw error }
            rawReport?.imitation = file.diagnostic(.error, message, offset: offset)
        }
    }

    private mutating func readTable(_ file: ImportedFile) throws(ImportError) {
        let columns = CSVTable.columns(of: file.bytes.prefix(FileHead.length))
        guard CallTable.isHeader(columns) else { throw .notARun(OtherFiles.reason(columns: columns) ?? "a table of no known format") }
        accounts = [try CallTable.account(csv: file)]
    }

    private mutating func read(_ text: TextLines, _ dialect: ChimeraDialect, _ file: ImportedFile) throws(ImportError) {
        switch dialect {
        case .rustMultiReport1: accounts = [try RustMultiReports.first(text, of: file)]
        case .rustMultiReport2: accounts = [try RustMultiReports.second(text, of: file)]
        case .rustMultiCombined: accounts = [try RustMultiDocuments.combined(text, of: file)]
        case .rustMultiSummaryReport: group = try RustMultiDocuments.summary(text, of: file)
        case .rustAgentReport1, .rustAgentReport2: accounts = [try RustAgentReports.report(text, of: file)]
        case .rustAgentTechnical: accounts = [try RustAgentReports.technical(text, of: file)]
        case .rustAgentComparison, .agentComparison0: accounts = [try AgentComparisons.restated(text, of: file, dialect)]
        case .pythonAgentComparison1, .pythonAgentComparison2: accounts = try PythonComparison.accounts(text, of: file)
        case .pythonAgentReport: accounts = [PythonReports.agentReport(text, of: file)]
        case .pythonMultiCombined: accounts = [try PythonReports.combined(text, of: file)]
        case .pythonMultiSummaryReport: group = try PythonReports.summary(text, of: file)
        case .pythonMultiOldCombined: accounts = [try PythonReports.oldCombined(text, of: file)]
        case .pythonMultiOldSummaryReport: group = GroupStatement(folder: file.folder, runs: 0, means: [])
        default: break
        }
    }
}
