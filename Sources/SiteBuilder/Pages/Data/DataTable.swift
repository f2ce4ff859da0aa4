import AgentRuns
import Bytes
import Charts
import JSON

/// The figures behind a page: what its charts and tables were drawn from, as a CSV and a JSON file beside it.
struct DataTable: Sendable {
    let columns: [String]
    let rows: [[JSON]]

    /// Both files of a table, below `data/`.
    func files(at path: DataPath) -> [SiteFile] {
        [SiteFile(path: path.csv.text, bytes: csv), SiteFile(path: path.json.text, bytes: json)]
    }

    var csv: ByteBuffer {
        var bytes = ByteBuffer()
        CSVRow.write(columns.map(JSON.string), into: &bytes)
        for row in rows { CSVRow.write(row, into: &bytes) }
        return bytes
    }

    /// An array of objects, one a line.
    var json: ByteBuffer {
        var bytes = ByteBuffer()
        bytes.append("[")
        for (index, row) in rows.enumerated() {
            bytes.append(index == 0 ? "\n" : ",\n")
            JSON.object(zip(columns, row).map { JSON.Member($0, $1) }).writeLine(into: &bytes)
        }
        bytes.append(rows.isEmpty ? "]\n" : "\n]\n")
        return bytes
    }
}

/// Where the two files of a page's figures stand.
struct DataPath: Sendable, Hashable {
    let csv: PagePath
    let json: PagePath

    /// - Parameter name: the page's path without its ending, such as `history/chimera_homo/insight`.
    init(_ name: String) {
        csv = .data("\(name).csv")
        json = .data("\(name).json")
    }

    /// The calls of a run and the run itself, beside the run's page.
    init(ofRun id: String) {
        csv = PagePath("runs/\(id).csv")
        json = .runData(id)
    }

    /// The same for the line under a chart.
    func chartLinks(from page: PagePath) -> [ChartLink] {
        [ChartLink("CSV", href: page.link(to: csv)), ChartLink("JSON", href: page.link(to: json))]
    }

    /// `CSV · JSON`, as links from a page.
    func links(from page: PagePath) -> ByteBuffer {
        .markup { output in
            output.append(link: "CSV", to: page.link(to: csv))
            output.append(" · ")
            output.append(link: "JSON", to: page.link(to: json))
        }
    }
}
