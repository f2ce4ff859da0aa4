import Bytes
import Diagnostics
import Files
import Parallel
import SystemPackage

/// A file whose new bytes wait under a temporary name.
struct StagedFile: Sendable {
    var path: String
    var temporary: FilePath
}

extension SiteWriter {
    /// Writes the new bytes of every file that differs below `staging`, leaving the site as it is.
    ///
    /// Files are compared on all cores and written from one: file systems make new files one at a time, and several cores that
    /// wait for the same lock take longer than one that does not. Small folders keep that quick for many files.
    ///
    /// - Returns: what is staged, and the bytes of every file, staged or not.
    func stage(_ batches: AsyncStream<[SiteFile]>, _ change: SiteChange) async throws(WriteError) -> (staged: [StagedFile], bytes: Int) {
        try WriteError.wrapping { () throws(FileError) in try Files.createDirectory(staging) }
        var staged: [StagedFile] = []
        var missing = Set(change.written)
        var bytes = 0
        var diagnostics: [Diagnostic] = []
        for await files in batches {
            let outcomes = await files.concurrentMap(jobs: jobs) { compare($0, change) }
            var changed: [SiteFile] = []
            for (file, outcome) in zip(files, outcomes) {
                guard missing.remove(file.path) != nil else {
                    diagnostics.append(.error("the file was never announced", at: SourceLocation(output.appending(file.path).string)))
                    continue
                }
                bytes += file.bytes.count
                switch outcome {
                case .unchanged: continue
                case .changed: changed.append(file)
                case .refused(let diagnostic): diagnostics.append(diagnostic)
                }
            }
            // Nothing will be committed any more, so the rest is only looked at.
            if diagnostics.isEmpty { try WriteError.wrapping { () throws(FileError) in try write(changed, to: &staged) } }
        }
        diagnostics += missing.sorted().map { .error("the file was announced and never made", at: SourceLocation(output.appending($0).string)) }
        if !diagnostics.isEmpty { throw WriteError(diagnostics) }
        return (staged, bytes)
    }

    private enum Outcome: Sendable {
        case unchanged
        case changed
        case refused(Diagnostic)
    }

    private func compare(_ file: SiteFile, _ change: SiteChange) -> Outcome {
        let target = output.appending(file.path)
        do throws(FileError) {
            let kind = EntryKind(of: target)
            if kind == .file(size: file.bytes.count), try Files.read(target) == file.bytes.bytes { return .unchanged }
            if let obstacle = obstacle(to: file, kind, change) { return .refused(.error(obstacle, at: SourceLocation(target.string))) }
            return .changed
        } catch {
            return .refused(error.diagnostic)
        }
    }

    private static let filesPerFolder = 64

    private func write(_ files: [SiteFile], to staged: inout [StagedFile]) throws(FileError) {
        for file in files {
            let index = staged.count
            let folder = staging.appending(String(index / Self.filesPerFolder))
            if index.isMultiple(of: Self.filesPerFolder) { try Files.createDirectory(folder) }
            let temporary = folder.appending(String(index))
            try write(file.bytes, to: temporary)
            staged.append(StagedFile(path: file.path, temporary: temporary))
        }
    }

    /// Why a file can't take its place; `nil` where it can.
    private func obstacle(to file: SiteFile, _ kind: EntryKind, _ change: SiteChange) -> String? {
        let isOurs = change.earlier.contains(file.path)
        return switch kind {
        case .missing: nil
        case .folder: holdsOnlyOrphans(file.path, change) ? nil : "a folder stands where the site has a file; move it away"
        case .other: "the site has a file here, and what stands here is none; move it away"
        case .file, .link:
            isOurs ? nil : "no build wrote the file that stands here, so it is not replaced; move it away, or name another output folder"
        }
    }

    private func holdsOnlyOrphans(_ folder: String, _ change: SiteChange) -> Bool {
        let found = FileWalk(output.appending(folder)) { _ in false }
        return found.diagnostics.isEmpty && !found.entries.isEmpty
            && found.entries.allSatisfy { change.isOrphan("\(folder)/\($0.relative)") }
    }

    /// The staging folder is new and this build's own, so the bytes go straight to their temporary name.
    private func write(_ bytes: ByteBuffer, to path: FilePath) throws(FileError) {
        do {
            let file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(bytes.bytes) }
        } catch {
            throw FileError(path: path, cause: error as? Errno ?? .ioError)
        }
    }
}
