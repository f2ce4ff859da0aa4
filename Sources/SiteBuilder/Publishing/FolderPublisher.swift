import Files
import Parallel
import Platform
public import SystemPackage

/// Publishes a site into a folder that a web server reads: visitors see the whole old site or the whole new one.
///
/// The new tree is made beside the target and changes places with it. Files in the target that no build wrote
/// come along into the new tree; a folder in which no build wrote anything is left alone.
public struct FolderPublisher: Sendable {
    public let target: FilePath
    public let jobs: Int

    /// - Parameters:
    ///   - target: the folder to switch; made where there is none.
    ///   - jobs: how many files are copied at the same time.
    public init(to target: FilePath, jobs: Int) {
        self.target = target
        self.jobs = jobs
    }

    public func publish(_ site: BuiltSite) async throws(PublishError) -> PublishSummary {
        let place = try PublishingPlace(target)
        try place.refuseOverlap(with: site.folder)
        let lock = try PublishError.wrapping { () throws(FileError) in try FolderLock(place.parent) }
        guard let lock else { throw .failed("another publish into '\(place.parent)' is under way; try again when it has ended") }
        defer {
            place.removeLeftovers()
            lock.release()
        }
        try PublishError.wrapping { () throws(FileError) in try place.recover() }
        let earlier = try place.earlierManifest()
        let summary = try await copy(site, over: earlier, in: place)
        guard earlier == nil || !summary.isNothing else { return summary }
        try carryOver(from: place, earlier: earlier, into: site.manifest)
        try PublishError.wrapping { () throws(FileError) in try place.switchOver() }
        return summary
    }

    /// Copies every file of the site into the new tree, and counts how it differs from the old one.
    private func copy(
        _ site: BuiltSite, over earlier: SiteManifest?, in place: PublishingPlace
    ) async throws(PublishError) -> PublishSummary {
        let outcomes = await site.manifest.sorted.concurrentMap(jobs: jobs) { path in
            Result { () throws(FileError) in try place.add(path, from: site.folder, over: earlier) }
        }
        var summary = PublishSummary(removed: earlier?.paths.subtracting(site.manifest.paths).count ?? 0)
        for outcome in outcomes {
            switch try PublishError.wrapping({ () throws(FileError) in try outcome.get() }) {
            case .added: summary.added += 1
            case .changed: summary.changed += 1
            case .unchanged: summary.unchanged += 1
            }
        }
        try PublishError.wrapping { () throws(FileError) in
            try Files.write(site.manifest.bytes, to: place.next.appending(SiteManifest.name))
        }
        return summary
    }

    /// Copies what a user put into the old tree; a page of the new site that would hide such a file is an error.
    private func carryOver(from place: PublishingPlace, earlier: SiteManifest?, into manifest: SiteManifest) throws(PublishError) {
        guard let earlier else { return }
        for path in try PublishError.wrapping({ () throws(FileError) in try place.filesOfOthers(than: earlier) }) {
            let (from, to) = (place.target.appending(path), place.next.appending(path))
            guard EntryKind(of: to) == .missing else {
                if EntryKind(of: from) == EntryKind(of: to), (try? Files.read(from)) == (try? Files.read(to)) { continue }
                throw .unsuitableTarget("'\(from)' was put there by someone else, and the site has a file of that name; move it away")
            }
            do {
                try Files.createDirectory(to.removingLastComponent())
                try FileManager.default.copyItem(atPath: from.string, toPath: to.string)
            } catch {
                throw .failed("'\(from)' could not be kept: \(error)")
            }
        }
    }
}
