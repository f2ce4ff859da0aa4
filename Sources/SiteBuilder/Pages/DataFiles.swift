import AgentRuns
import Bytes

/// The tables behind the pages, for spreadsheets and notebooks.
struct DataFiles {
    let runs: [Run]

    var files: [SiteFile] {
        RunExport.Records.allCases.flatMap { records in
            RunExport.Format.allCases.map { format in
                var bytes = ByteBuffer()
                RunExport(records, as: format).write(runs, into: &bytes)
                return SiteFile(path: PagePath.data("\(records.rawValue).\(format.rawValue)").text, bytes: bytes)
            }
        }
    }
}
