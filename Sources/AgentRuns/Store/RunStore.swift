import Diagnostics
public import Files
import Parallel
public import SystemPackage

/// The runs of a site, as plain files below `content/runs`: the only place where runs are kept.
public struct RunStore: Sendable {
    /// The folder that holds `runs`.
    public let content: FilePath

    public init(content: FilePath) {
        self.content = content
    }

    public var folder: FilePath { content.appending("runs") }

    public func folder(of id: String) -> FilePath { folder.appending(FilePath(id).components) }

    /// Reads every run file on `jobs` cores. A broken file becomes a diagnostic, and the others are read all the same.
    public func load(jobs: Int) async -> RunLibrary {
        guard Files.kind(of: folder) == .directory else { return RunLibrary(runs: [], diagnostics: []) }
        let walk = FileWalk(folder)
        let files = walk.entries.filter { $0.relative == RunFile.name || $0.relative.hasSuffix("/" + RunFile.name) }
        let results = await files.concurrentMap(jobs: jobs) { Self.read($0) }
        var library = RunLibrary(runs: [], diagnostics: walk.diagnostics)
        for result in results {
            switch result {
            case .success(let run): library.runs.append(run)
            case .failure(let diagnostic): library.diagnostics.append(diagnostic)
            }
        }
        library.runs.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        return library
    }

    private static func read(_ entry: FileWalk.Entry) -> Result<Run, Diagnostic> {
        do throws(FileError) {
            let source = try Files.read(entry.path)
            do throws(Diagnostic) {
                let run = try RunFile.decode(source, path: entry.path.string)
                guard entry.relative == "\(run.id)/\(RunFile.name)" else {
                    let message = "the run's id is '\(run.id)', but its file lies in 'runs/\(entry.relative)'; move the folder or mend the id"
                    return .failure(.error(message, at: SourceLocation(entry.path.string)))
                }
                return .success(run)
            } catch {
                return .failure(error)
            }
        } catch {
            return .failure(error.diagnostic)
        }
    }
}

extension RunStore {
    /// What storing a run changed.
    public enum StoreOutcome: Sendable, Hashable {
        case new, updated, unchanged
    }

    /// Keeps a run and the files beside it, each written atomically, the run file last.
    ///
    /// Files that already hold the same bytes are not touched. A report that the run no longer names is left where it is: somebody may have put it there.
    ///
    /// - Parameters:
    ///   - files: reports and documents by name.
    ///   - dryRun: find out what would change, and write nothing.
    public func store(_ run: Run, files: [String: [UInt8]], dryRun: Bool = false) throws(FileError) -> StoreOutcome {
        let folder = folder(of: run.id)
        let isNew = Files.kind(of: folder.appending(RunFile.name)) == nil
        var outcome: StoreOutcome = isNew ? .new : .unchanged
        let runFile = (name: RunFile.name, bytes: RunFile.encode(run).bytes)
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }).map({ (name: $0.key, bytes: $0.value) }) + [runFile] {
            let path = folder.appending(name)
            if !isNew, let old = try? Files.read(path), old == bytes { continue }
            if !isNew { outcome = .updated }
            if !dryRun { try Files.write(bytes, to: path) }
        }
        return outcome
    }

    /// Reads a report or document of a run.
    public func read(_ file: String, of run: Run) throws(FileError) -> [UInt8] {
        try Files.read(folder(of: run.id).appending(file))
    }
}
