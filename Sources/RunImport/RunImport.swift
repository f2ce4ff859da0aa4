public import AgentRuns
import Diagnostics
import Files
import JSON
import Parallel
public import SystemPackage

/// Turns files that other programs recorded into runs, and stores them.
///
/// Data flows one way: walk the folders, read and recognize each file on its own, put the fragments of each format together, store.
public struct RunImporter: Sendable {
    private let formats: [AnyImportFormat]

    public init(formats: [any ImportFormat] = .all) {
        self.formats = formats.map { AnyImportFormat(erasing: $0) }
    }

    /// The words that `--format` takes.
    public var formatNames: [String] { formats.map(\.name) }

    var formatList: [(name: String, description: FormatDescription)] { formats.map { ($0.name, $0.description) } }

    /// Reads runs from files and folders and keeps them in a store. Importing the same files again changes nothing.
    public func importRuns(at paths: [FilePath], into store: RunStore, options: ImportOptions = ImportOptions()) async -> ImportOutcome {
        let reading = await readRuns(at: paths, options: options)
        let library = await store.load(jobs: options.jobs)
        let stored = StoredRuns(library.runs)
        let results = await reading.runs.concurrentMap(jobs: options.jobs) { imported in
            Self.keep(imported, in: store, stored, options)
        }
        options.progress?(.stored(runs: results.count))
        var outcome = ImportOutcome(skipped: reading.skipped, diagnostics: reading.diagnostics + library.diagnostics)
        for result in results {
            switch result {
            case .success((let id, .new)): outcome.new.append(id)
            case .success((let id, .updated)): outcome.updated.append(id)
            case .success((let id, .unchanged)): outcome.unchanged.append(id)
            case .failure(let error): outcome.diagnostics.append(error.diagnostic)
            }
        }
        return outcome
    }

    private static func keep(
        _ imported: ImportedRun, in store: RunStore, _ stored: StoredRuns, _ options: ImportOptions
    ) -> Result<(id: String, RunStore.StoreOutcome), FileError> {
        switch stored.answer(for: imported, mayMove: options.suite == nil) {
        case .known(let id): return .success((id, .unchanged))
        case .store(let kept):
            do throws(FileError) {
                return .success((kept.run.id, try store.store(kept.run, files: kept.files, dryRun: options.dryRun)))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Reads runs from files and folders and stores nothing.
    public func readRuns(at paths: [FilePath], options: ImportOptions = ImportOptions()) async -> ImportReading {
        guard let chosen = formats(named: options.format) else {
            return ImportReading(diagnostics: [unknownFormat(options.format ?? "")])
        }
        var reading = ImportReading()
        var found: [FoundFile] = []
        for path in paths {
            let walk = FileWalk(path)
            reading.diagnostics += walk.diagnostics
            found += FoundFile.files(of: walk, root: path)
        }
        options.progress?(.found(files: found.count))
        let reader = FileReader(formats: chosen, keepsPrivateData: options.keepPrivate)
        let results = await found.concurrentMap(jobs: options.jobs) { reader.read($0) }
        var fragments = [[any Sendable]](repeating: [], count: chosen.count)
        for result in results {
            for (format, fragment) in result.fragments { fragments[format].append(fragment) }
            if let skipped = result.skipped { reading.skipped.append(skipped) }
            reading.diagnostics += result.diagnostics
        }
        for (format, fragments) in zip(chosen, fragments) { reading.append(format.runs(from: fragments)) }
        reading.settle(suite: options.suite)
        options.progress?(.read(runs: reading.runs.count))
        return reading
    }

    private func formats(named name: String?) -> [AnyImportFormat]? {
        guard let name, name != "auto" else { return formats }
        return formats.first { $0.name == name }.map { [$0] }
    }

    private func unknownFormat(_ name: String) -> Diagnostic {
        let known = formatNames.joined(separator: ", ")
        let hint = suggestion(for: name, among: formatNames, otherwise: "; there are: \(known)")
        return .error("unknown format '\(name)'\(hint)")
    }
}
