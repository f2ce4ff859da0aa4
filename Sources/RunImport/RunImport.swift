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

    /// Reads runs from files and folders and keeps them in a store. Importing the same files again changes nothing.
    public func importRuns(at paths: [FilePath], into store: RunStore, options: ImportOptions = ImportOptions()) async -> ImportOutcome {
        let reading = await readRuns(at: paths, options: options)
        let results = await reading.runs.concurrentMap(jobs: options.jobs) { imported -> Result<RunStore.StoreOutcome, FileError> in
            do throws(FileError) {
                guard !store.holdsMore(than: imported.run) else { return .success(.unchanged) }
                return .success(try store.store(imported.run, files: imported.files, dryRun: options.dryRun))
            } catch {
                return .failure(error)
            }
        }
        options.progress?(.stored(runs: results.count))
        var outcome = ImportOutcome(skipped: reading.skipped, diagnostics: reading.diagnostics)
        for (imported, result) in zip(reading.runs, results) {
            switch result {
            case .success(.new): outcome.new.append(imported.run.id)
            case .success(.updated): outcome.updated.append(imported.run.id)
            case .success(.unchanged): outcome.unchanged.append(imported.run.id)
            case .failure(let error): outcome.diagnostics.append(error.diagnostic)
            }
        }
        return outcome
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
            switch result.outcome {
            case .fragment(let format, let fragment): fragments[format].append(fragment)
            case .skipped(let skipped): reading.skipped.append(skipped)
            case .nothing: break
            }
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
        let hint = closestWord(to: name, among: formatNames).map { "; did you mean '\($0)'?" } ?? "; there are: \(known)"
        return .error("unknown format '\(name)'\(hint)")
    }
}
