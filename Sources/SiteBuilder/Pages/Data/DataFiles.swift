import AgentRuns
import Bytes
import Parallel

/// Every file of figures that the site has: the exports of all runs, each run's own file, and what each page's charts were drawn from.
struct DataFiles: Sendable {
    /// Files that are made together, so that they can be made on every core.
    private struct Entry: Sendable {
        let paths: [PagePath]
        let files: @Sendable () -> [SiteFile]
    }

    private let entries: [Entry]

    init(model: SiteModel, histories: [Trajectory], comparisons: [ComparePage]) {
        var entries: [Entry] = []
        func add(_ path: DataPath, _ table: @escaping @Sendable () -> DataTable) {
            entries.append(Entry(paths: [path.csv, path.json]) { table().files(at: path) })
        }
        for records in RunExport.Records.allCases {
            for format in RunExport.Format.allCases {
                let path = PagePath.data("\(records.rawValue).\(format.rawValue)")
                entries.append(
                    Entry(paths: [path]) {
                        var bytes = ByteBuffer()
                        RunExport(records, as: format).write(model.runs, into: &bytes)
                        return [SiteFile(path: path.text, bytes: bytes)]
                    })
            }
        }
        for run in model.runs {
            let path = DataPath(ofRun: run.id)
            entries.append(Entry(paths: [path.json]) { [SiteFile(path: path.json.text, bytes: RunFile.encode(run))] })
            guard run.executions.contains(where: { !$0.calls.isEmpty }) else { continue }
            entries.append(
                Entry(paths: [path.csv]) {
                    var bytes = ByteBuffer()
                    RunExport(.calls, as: .csv).write([run], into: &bytes)
                    return [SiteFile(path: path.csv.text, bytes: bytes)]
                })
        }
        for trajectory in histories {
            let data = HistoryData(trajectory: trajectory)
            add(data.path) { data.table }
        }
        for sweep in model.sweeps {
            let data = SweepData(sweep: sweep)
            add(data.path) { data.table }
        }
        for load in model.loads {
            let data = LoadData(sweep: load)
            add(data.path) { data.table }
        }
        for sweep in model.optionSweeps {
            let data = OptionSweepData(sweep: sweep)
            add(data.path) { data.table }
        }
        for group in model.groups { add(group.data) { group.table } }
        for page in comparisons {
            let (csv, json) = (page.declared.data.csv, page.declared.data.json)
            entries.append(
                Entry(paths: [csv, json]) {
                    [SiteFile(path: csv.text, bytes: page.comparison.table.csv), SiteFile(path: json.text, bytes: page.comparison.text)]
                })
        }
        add(SeriesData.path) { SeriesData(model: model).table }
        add(ChangeData.path) { ChangeData(model: model).table }
        entries.append(Entry(paths: [ComparisonData.path]) { [ComparisonData(model: model).file] })
        self.entries = entries
    }

    var paths: [PagePath] { entries.flatMap(\.paths) }

    func render(jobs: Int, into files: AsyncStream<[SiteFile]>.Continuation) async {
        _ = await entries.concurrentMap(jobs: jobs) {
            $0.files()
        } sliceDone: {
            files.yield($0.flatMap(\.self))
        }
    }
}

extension RunGroup {
    /// The figures behind the group's page.
    var data: DataPath { DataPath(String(path.text.dropLast(".html".count))) }

    fileprivate var table: DataTable {
        DataTable(
            columns: RunExport.Records.executions.keys,
            rows: observations.map { RunExport.Records.executions.records(of: $0.run)[$0.index] })
    }
}
