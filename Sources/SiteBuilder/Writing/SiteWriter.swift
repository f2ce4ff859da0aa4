import Diagnostics
import Files
import Platform
public import SystemPackage

/// Makes an output folder equal to a site, touching only files that this program wrote and whose bytes differ.
///
/// Changed files are staged inside the output folder and renamed at the end, so an interrupted build leaves the old site,
/// or, in the moment of the renames, a mixture that the next build completes. A file that a user put into the folder is
/// neither replaced nor removed.
public struct SiteWriter: Sendable {
    public let output: FilePath
    public let jobs: Int

    /// - Parameter jobs: how many files are compared and staged at the same time.
    public init(_ output: FilePath, jobs: Int) {
        self.output = output.isEmpty ? "." : output
        self.jobs = jobs
    }

    /// Writes a site.
    ///
    /// - Parameters:
    ///   - files: the site's files in any order.
    ///   - kept: paths that an earlier build wrote and that are still right. A build that knows which inputs changed names
    ///     the other pages here instead of rendering them; a path that no earlier build wrote means nothing.
    public func write(
        _ files: [SiteFile], keeping kept: some Sequence<String> = EmptyCollection<String>()
    ) async throws(WriteError) -> WriteSummary {
        let (batches, continuation) = AsyncStream.makeStream(of: [SiteFile].self)
        continuation.yield(files)
        continuation.finish()
        return try await write(batches, at: files.map(\.path), keeping: kept)
    }

    /// Writes a site while its files are still being made.
    ///
    /// - Parameters:
    ///   - batches: the files, as they come.
    ///   - paths: the paths of all of them, which must be known from the start, because they tell what stands in the way and what goes.
    ///   - kept: as above.
    func write(
        _ batches: AsyncStream<[SiteFile]>, at paths: [String], keeping kept: some Sequence<String> = EmptyCollection<String>()
    ) async throws(WriteError) -> WriteSummary {
        try checkPaths(paths)
        let lock = try openOutput()
        defer {
            removeStaging()
            lock.release()
        }
        removeStaging()
        let earlier = try WriteError.wrapping { () throws(FileError) in try SiteManifest(in: output) }
        let change = SiteChange(from: earlier ?? SiteManifest([]), writing: paths, keeping: kept)
        try checkFolders(change)
        let (staged, bytes) = try await stage(batches, change)
        if !staged.isEmpty || change.manifest != earlier {
            try WriteError.wrapping { () throws(FileError) in try commit(staged, change) }
        }
        return WriteSummary(
            written: staged.count, unchanged: change.manifest.paths.count - staged.count, removed: change.orphans.count, bytes: bytes)
    }

    /// Where changed files wait for their renames; inside the output, so that it is on the same file system.
    var staging: FilePath { output.appending("\(SitePath.reservedPrefix)staging") }

    /// What an interrupted build left behind goes the same way as what this one no longer needs.
    private func removeStaging() {
        guard EntryKind(of: staging) != .missing else { return }
        try? FileManager.default.removeItem(atPath: staging.string)
    }
}

/// What is checked before anything is touched.
extension SiteWriter {
    private func checkPaths(_ paths: [String]) throws(WriteError) {
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        let folders = Set(paths.lazy.flatMap(SitePath.folders))
        for path in paths {
            let problem =
                SitePath.problem(in: path)
                ?? (seen.insert(path).inserted ? nil : "is written twice")
                ?? (folders.contains(path) ? "is both a file and a folder" : nil)
            guard let problem else { continue }
            diagnostics.append(.error("the output path '\(path)' \(problem)", at: SourceLocation(output.string)))
        }
        if !diagnostics.isEmpty { throw WriteError(diagnostics) }
    }

    private func openOutput() throws(WriteError) -> FolderLock {
        if let kind = Files.kind(of: output), kind != .directory {
            throw WriteError("the output is a file; name a folder, or move the file away", at: output.string)
        }
        let lock = try WriteError.wrapping { () throws(FileError) in
            try Files.createDirectory(output)
            return try FolderLock(output)
        }
        guard let lock else {
            throw WriteError("another build is writing to this folder; wait for it to end, or name another folder", at: output.string)
        }
        return lock
    }

    /// A link to a folder elsewhere would make the site's files land, and later vanish, outside the output.
    private func checkFolders(_ change: SiteChange) throws(WriteError) {
        var diagnostics: [Diagnostic] = []
        for folder in change.folders where !change.earlier.contains(folder) {
            let path = output.appending(folder)
            switch EntryKind(of: path) {
            case .missing, .folder: continue
            case .link: diagnostics.append(.error("a link stands where the site has a folder; move it away", at: SourceLocation(path.string)))
            case .file, .other:
                let message = "a file that no build wrote stands where the site has a folder; move it away"
                diagnostics.append(.error(message, at: SourceLocation(path.string)))
            }
        }
        if !diagnostics.isEmpty { throw WriteError(diagnostics) }
    }
}
