import AgentRuns

/// Turns the records of one tool's files into runs: each record is a run of one execution.
///
/// A file with several records is a suite of its own, so that a sweep over concurrency or rate stays together; files with one record each belong
/// to the suite of their folder. Tools that give each result a folder of its own, under a name that is always the same, make a sweep of folders:
/// there the folder names the run, and the one above it the suite. So do folders that are named for points of a sweep.
struct ServingAssembly {
    private let fragments: [ServingFragment]
    private let format: String
    private let title: String

    init(_ fragments: [ServingFragment], format: String, title: String) {
        self.fragments = fragments
        self.format = format
        self.title = title
    }

    func reading() -> ImportReading {
        var reading = ImportReading()
        let repetitions = ServingRepetitions(fragments)
        for (place, fragment) in fragments.enumerated() {
            reading.diagnostics += fragment.diagnostics
            let variation = ServingVariation(fragment.records)
            let labels = Self.numbered(fragment.records.map { label($0, variation, of: fragment) })
            var leftOut: [(file: String, count: Int)] = []
            for (index, record) in fragment.records.enumerated() {
                if let file = repetitions.fileThatSays(record, of: place) {
                    if leftOut.last?.file == file { leftOut[leftOut.count - 1].count += 1 } else { leftOut.append((file, 1)) }
                } else {
                    reading.runs.append(ImportedRun(run: run(record, labels[index], index, of: fragment)))
                }
            }
            for (file, count) in leftOut {
                let what = count == fragment.records.count ? "" : "\(count) of its \(fragment.records.count) results left out, because "
                reading.skipped.append(SkippedFile(path: fragment.source.path, reason: "\(title): \(what)\(file) says this in full"))
            }
        }
        return reading
    }

    private func run(_ record: ServingRecord, _ label: String, _ index: Int, of fragment: ServingFragment) -> Run {
        let isAlone = fragment.records.count == 1 && !fragment.sharesFile
        let identity = ServingLayout.identity(folder: fragment.folder, stem: fragment.stem, label: isAlone ? nil : label)
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

    /// A record that has nothing to be named after goes by its tool's name where the file has results of others, too.
    private func label(_ record: ServingRecord, _ variation: ServingVariation, of fragment: ServingFragment) -> String {
        let label = variation.label(of: record)
        return fragment.sharesFile && label == "record" ? format : label
    }

    /// Names of which none occurs twice: one that occurs again gets a number.
    private static func numbered(_ labels: [String]) -> [String] {
        var taken: [String: Int] = [:]
        return labels.map { label in
            let count = taken[label, default: 0] + 1
            taken[label] = count
            return count == 1 ? label : "\(label)-\(count)"
        }
    }
}
