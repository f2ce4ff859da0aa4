import AgentRuns
import Bytes

/// The tables behind the pages, for spreadsheets and notebooks.
struct DataFiles {
    let runs: [Run]

    private static let exports = RunExport.Records.allCases.flatMap { records in
        RunExport.Format.allCases.map { RunExport(records, as: $0) }
    }

    static var paths: [PagePath] { exports.map(path(of:)) }

    var files: [SiteFile] {
        Self.exports.map { export in
            var bytes = ByteBuffer()
            export.write(runs, into: &bytes)
            return SiteFile(path: Self.path(of: export).text, bytes: bytes)
        }
    }

    private static func path(of export: RunExport) -> PagePath {
        .data("\(export.records.rawValue).\(export.format.rawValue)")
    }
}
