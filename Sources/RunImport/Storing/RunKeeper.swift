import AgentRuns
import Diagnostics
import Files
import Parallel

/// Keeps imported runs in a store, and remembers what became of each.
struct RunKeeper {
    private let store: RunStore
    private let options: ImportOptions
    private var stored: StoredRuns
    private var results: [String: RunStore.StoreOutcome] = [:]
    /// By file, the first run that got a name of its own, the run whose name it would have had, and how many there are.
    private var beside: [String: (id: String, other: String, count: Int)] = [:]
    /// Files of whose bytes there was another one, and which.
    private var copies: [String: String] = [:]

    init(_ store: RunStore, holding runs: [Run], options: ImportOptions) {
        self.store = store
        self.options = options
        stored = StoredRuns(runs)
    }

    /// Keeps the runs of one reading; those that come later know of them.
    mutating func keep(_ runs: [ImportedRun]) async -> [Diagnostic] {
        let repeats = stored.repeats(in: runs)
        let names = Set(runs.map { RunName($0.run) })
        var kept: [String: ImportedRun] = [:]
        for (place, imported) in runs.enumerated() {
            let repeated = repeats[place].map { stored.answer(forRepeated: imported, of: $0) }
            switch repeated ?? stored.answer(for: imported, mayMove: options.suite == nil, among: names) {
            case .known(let id): note(imported, knownAs: id)
            case .store(let run): take(run, imported, into: &kept)
            case .storeBeside(let run, let other):
                let file = imported.path ?? run.run.provenance.sources.first?.path ?? ""
                beside[file] = beside[file].map { ($0.id, $0.other, $0.count + 1) } ?? (run.run.id, other, 1)
                take(run, imported, into: &kept)
            }
        }
        return await write(kept.values.sorted { $0.run.id.utf8.lexicographicallyPrecedes($1.run.id.utf8) })
    }

    private mutating func take(_ run: ImportedRun, _ imported: ImportedRun, into kept: inout [String: ImportedRun]) {
        if stored.isFresh(run.run.id) { noteCopy(imported, of: run.run.id) }
        stored.take(run.run)
        kept[run.run.id] = run
    }

    private mutating func note(_ imported: ImportedRun, knownAs id: String) {
        if stored.isFresh(id) { noteCopy(imported, of: id) } else { results[id] = results[id] ?? .unchanged }
    }

    private mutating func noteCopy(_ imported: ImportedRun, of id: String) {
        guard let path = imported.run.provenance.sources.first?.path, let first = stored[id]?.provenance.sources.first?.path else { return }
        if path != first { copies[path] = first }
    }

    private mutating func write(_ runs: [ImportedRun]) async -> [Diagnostic] {
        let (store, dryRun) = (store, options.dryRun)
        let written = await runs.concurrentMap(jobs: options.jobs) { imported -> Result<RunStore.StoreOutcome, FileError> in
            do throws(FileError) {
                return .success(try store.store(imported.run, files: imported.files, dryRun: dryRun))
            } catch {
                return .failure(error)
            }
        }
        var diagnostics: [Diagnostic] = []
        for (imported, result) in zip(runs, written) {
            switch result {
            case .success(let outcome): results[imported.run.id] = results[imported.run.id] == .new ? .new : outcome
            case .failure(let error): diagnostics.append(error.diagnostic)
            }
        }
        return diagnostics
    }

    /// The ids of runs that had an outcome, in byte order.
    func ids(_ outcome: RunStore.StoreOutcome) -> [String] {
        results.filter { $0.value == outcome }.map(\.key).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What was read, the larger groups first.
    var groups: [ImportOutcome.Group] {
        let counts = Dictionary(
            results.keys.compactMap { id in stored[id].map { ([$0.provenance.importer, $0.suite], 1) } }, uniquingKeysWith: +)
        return counts.map { ImportOutcome.Group(format: $0.key[0], suite: $0.key[1], runs: $0.value) }
            .sorted { ($1.runs, $0.suite, $0.format) < ($0.runs, $1.suite, $1.format) }
    }

    /// How many runs have an outcome.
    var count: Int { results.count }

    /// Files whose results are another file's to the byte.
    var skipped: [SkippedFile] {
        copies.sorted { $0.key < $1.key }.map { SkippedFile(path: $0.key, reason: "the same bytes as \($0.value)") }
    }

    /// What the user should know of runs that could not have the name of their file.
    var warnings: [Diagnostic] {
        beside.sorted { $0.key < $1.key }.map { file, names in
            let rest = names.count == 1 ? "" : " (and \(names.count - 1) more of this file)"
            return .warning(
                "other figures than the stored run '\(names.other)' has, and no time that says which are newer: kept as '\(names.id)'\(rest); "
                    + "give the time with --date", at: SourceLocation(file))
        }
    }
}
