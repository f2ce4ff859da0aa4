public import AgentRuns
import Diagnostics
import Files
import JSON
public import SystemPackage

/// Turns files that other programs recorded into runs, and stores them.
///
/// Data flows one way: walk the folders, or their history, read and recognize each file on its own, put the fragments of each format together,
/// add what lies around the files, store.
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
        let library = await store.load(jobs: options.jobs)
        var keeper = RunKeeper(store, holding: library.runs, options: options)
        var failures: [Diagnostic] = []
        var unfit: [String] = []
        let rest = await readBatches(at: paths, options: options, unfit: &unfit) { batch in
            failures += await keeper.keep(batch.runs)
            options.progress?(.stored(runs: keeper.count))
        }
        let (new, updated) = (keeper.ids(.new), keeper.ids(.updated))
        let isChanged = !options.dryRun && !(new + updated).isEmpty
        let content = store.content == "content" ? "" : " --content \(store.content)"
        return ImportOutcome(
            new: new, unchanged: keeper.ids(.unchanged), updated: updated, groups: keeper.groups, skipped: rest.skipped + keeper.skipped,
            unfit: unfit, next: isChanged ? "sitegen build\(content)" : nil,
            diagnostics: rest.diagnostics + library.diagnostics + keeper.warnings + failures)
    }

    /// Reads runs from files and folders and stores nothing.
    public func readRuns(at paths: [FilePath], options: ImportOptions = ImportOptions()) async -> ImportReading {
        var runs: [ImportedRun] = []
        var unfit: [String] = []
        var reading = await readBatches(at: paths, options: options, unfit: &unfit) { runs += $0.runs }
        reading.runs = runs
        return reading
    }

    /// Hands over the runs of files that belong together: all of the folders, or one state of each file of a history.
    ///
    /// - Parameter unfit: takes the files whose path does not fit the layout.
    /// - Returns: everything else that was read.
    private func readBatches(
        at paths: [FilePath], options: ImportOptions, unfit: inout [String], _ take: (ImportReading) async -> Void
    ) async -> ImportReading {
        guard let chosen = formats(named: options.format) else {
            return ImportReading(diagnostics: [unknownFormat(options.format ?? "")])
        }
        var reader = BatchReader(formats: chosen, options: options)
        if options.gitHistory {
            for path in paths {
                do throws(HistoryError) {
                    let history = try await GitHistory(of: path)
                    options.progress?(.found(files: history.count))
                    reader.report(history.diagnostics)
                    try await history.forEachBatch { files in
                        let batch = await reader.read(files)
                        options.progress?(.read(runs: batch.runs.count))
                        await take(batch)
                    }
                } catch {
                    reader.report([.error(error.message, at: SourceLocation(path.string))])
                }
            }
        } else {
            var found: [FoundFile] = []
            for path in paths {
                let walk = FileWalk(path)
                reader.report(walk.diagnostics)
                found += FoundFile.files(of: walk, root: path)
            }
            options.progress?(.found(files: found.count))
            let batch = await reader.read(found)
            options.progress?(.read(runs: batch.runs.count))
            await take(batch)
        }
        unfit = reader.unfit
        return reader.rest
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
