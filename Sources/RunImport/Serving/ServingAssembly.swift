import AgentRuns

/// Turns the records of one tool's files into runs: each record is a run of one execution.
///
/// A file with several records is a suite of its own, so that a sweep over concurrency or rate stays together; files with one record each belong
/// to the suite of their folder.
struct ServingAssembly {
    private let fragments: [ServingFragment]
    private let format: String
    private let title: String
    private let dataFileWins: Bool

    init(_ fragments: [ServingFragment], format: String, title: String, dataFileWins: Bool) {
        self.fragments = fragments
        self.format = format
        self.title = title
        self.dataFileWins = dataFileWins
    }

    func reading() -> ImportReading {
        var reading = ImportReading()
        let data = fragments.flatMap { fragment in fragment.records.filter { !$0.isPrinted }.map { (fragment.source.path, $0) } }
        for fragment in fragments {
            reading.diagnostics += fragment.diagnostics
            let labels = Self.labels(of: fragment.records)
            var isKept = false
            for (index, var record) in fragment.records.enumerated() {
                if record.isPrinted, let full = data.first(where: { record.isRestated(by: $0.1) }) {
                    if dataFileWins { continue }
                    record.notes.append("\(full.0) holds the same figures in full.")
                }
                isKept = true
                reading.runs.append(ImportedRun(run: run(record, labels[index], index, of: fragment)))
            }
            if !isKept {
                reading.skipped.append(SkippedFile(path: fragment.source.path, reason: "\(title): a data file of the same run says this in full"))
            }
        }
        return reading
    }

    private func run(_ record: ServingRecord, _ label: String, _ index: Int, of fragment: ServingFragment) -> Run {
        // No part of an id may end like a page or a data file of the site.
        let stem = [".json", ".html"].contains(where: fragment.stem.lowercased().hasSuffix) ? fragment.stem + "_" : fragment.stem
        let isAlone = fragment.records.count == 1
        let identity =
            isAlone
            ? RunIdentity(folder: fragment.folder, file: stem) : RunIdentity(folder: fragment.folder.appending(stem), file: label)
        let isFailed = record.metrics[.requestsCompleted]?[.mean] == 0
        let execution = AgentExecution(
            slot: format, agent: title, model: record.model, status: isFailed ? .failed : .completed,
            error: isFailed ? "no request was completed" : nil, configuration: SamplingConfiguration(record.options),
            ttftDefinition: record.ttftDefinition, timestamp: record.timestamp, metrics: record.metrics, callCount: record.requestsCompleted,
            coldCount: record.coldCalls)
        return Run(
            id: identity.id, suite: identity.suite, scenario: "serving_benchmark", runNumber: isAlone ? nil : index + 1,
            startedAt: record.timestamp, producer: Producer(program: format, version: record.version), executions: [execution],
            provenance: Provenance(importer: format, dialect: record.dialect, sources: [fragment.source], notes: record.notes))
    }

    /// A short name for each record of a file; a name that occurs again gets a number, so that a line appended to the file renames nothing.
    private static func labels(of records: [ServingRecord]) -> [String] {
        var taken: [String: Int] = [:]
        return records.map { record in
            let label = record.label
            let count = taken[label, default: 0] + 1
            taken[label] = count
            return count == 1 ? label : "\(label)-\(count)"
        }
    }
}
