import AgentRuns
import Diagnostics
import Parallel

/// Reads files into runs with everything that lies around them, and remembers what gave none.
struct BatchReader {
    private let formats: [AnyImportFormat]
    private let options: ImportOptions
    private var surroundings: Surroundings
    private var collected = ImportReading()

    init(formats: [AnyImportFormat], options: ImportOptions) {
        self.formats = formats
        self.options = options
        surroundings = Surroundings(options)
    }

    mutating func report(_ diagnostics: [Diagnostic]) { collected.diagnostics += diagnostics }

    /// The runs of files that may belong together, under names of which none occurs twice.
    mutating func read(_ found: [FoundFile]) async -> ImportReading {
        let reader = FileReader(formats: formats, keepsPrivateData: options.keepPrivate)
        let results = await found.concurrentMap(jobs: options.jobs) { reader.read($0) }
        var fragments = [[any Sendable]](repeating: [], count: formats.count)
        for result in results {
            for (format, fragment) in result.fragments { fragments[format].append(fragment) }
            if let skipped = result.skipped { collected.skipped.append(skipped) }
            collected.diagnostics += result.diagnostics
        }
        let files = FoundFiles(found)
        var batch = ImportReading()
        for (format, fragments) in zip(formats, fragments) {
            var reading = format.runs(from: fragments)
            complete(&reading.runs, of: format, from: files)
            batch.runs += reading.runs
            collected.skipped += reading.skipped
            collected.diagnostics += reading.diagnostics
        }
        batch.settle(suite: options.suite)
        return batch
    }

    private mutating func complete(_ runs: inout [ImportedRun], of format: AnyImportFormat, from files: FoundFiles) {
        let counts = Dictionary(runs.compactMap { $0.run.provenance.sources.first }.map { ($0, 1) }, uniquingKeysWith: +)
        for index in runs.indices {
            guard let source = runs[index].run.provenance.sources.first, let found = files.file(of: source) else { continue }
            runs[index].path = found.path.string
            runs[index].run = surroundings.complete(
                runs[index].run, from: found, isOneOfSeveral: counts[source, default: 1] > 1, takingDatesFromNames: format.takesDatesFromNames)
        }
    }

    /// Everything that is not a run, in an order that does not depend on how it was read.
    var rest: ImportReading {
        var rest = collected
        rest.diagnostics += surroundings.diagnostics
        rest.skipped = rest.skipped.map { skipped in
            guard surroundings.tellingFiles.contains(skipped.path) else { return skipped }
            return SkippedFile(path: skipped.path, reason: "no result; it tells the time of the results beside it")
        }
        var seen: Set<SkippedFile> = []
        if options.gitHistory { rest.skipped.removeAll { !seen.insert($0).inserted } }
        rest.settle(suite: nil)
        return rest
    }

    /// The results that do not fit the layout.
    var unfit: [String] { surroundings.unfit.sorted() }
}
