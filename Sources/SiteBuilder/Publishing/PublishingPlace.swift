import Files
import Platform
import SystemPackage

/// A folder that is to be switched, and the names beside it that publishing uses.
struct PublishingPlace: Sendable {
    /// The folder itself, links resolved: a link that leads to it goes on leading to it.
    let target: FilePath
    let parent: FilePath
    /// The new tree, until it is complete.
    let next: FilePath
    /// The old tree, once it is out of the way.
    let previous: FilePath

    init(_ path: FilePath) throws(PublishError) {
        var path = path
        switch Files.kind(of: path) {
        case .directory:
            path = Self.resolved(path) ?? path
        case nil:
            guard EntryKind(of: path) == .missing else { throw .unsuitableTarget("'\(path)' is a link that leads nowhere; name the folder itself") }
            let parent = path.removingLastComponent()
            try PublishError.wrapping { () throws(FileError) in try Files.createDirectory(parent) }
            if let name = path.lastComponent, let resolved = Self.resolved(parent.isEmpty ? "." : parent) {
                path = resolved.appending(name)
            }
        case .file, .other: throw .unsuitableTarget("'\(path)' is a file; name a folder to publish into")
        }
        guard let name = path.lastComponent?.string, path.isAbsolute else {
            throw .unsuitableTarget("'\(path)' can't be switched as a whole; name a folder below it")
        }
        target = path
        parent = path.removingLastComponent()
        next = parent.appending(".\(name).sitegen-next")
        previous = parent.appending(".\(name).sitegen-previous")
    }

    /// Switching a folder that holds the build's own output, or lies in the place of it, would take the output away.
    func refuseOverlap(with source: FilePath) throws(PublishError) {
        guard let source = Self.resolved(source), source.starts(with: target) else { return }
        throw .unsuitableTarget("'\(target)' holds the build's own output; publish into a folder elsewhere")
    }

    /// Undoes what an interrupted publish left: an old tree that was moved aside comes back, half a new one goes.
    func recover() throws(FileError) {
        if EntryKind(of: target) == .missing, EntryKind(of: previous) == .folder { try Files.move(previous, to: target) }
        removeLeftovers()
    }

    /// Removes what is not needed any more; an old tree that could not come back to its place is never among it.
    func removeLeftovers() {
        let leftovers = EntryKind(of: target) == .missing ? [next] : [next, previous]
        for path in leftovers where EntryKind(of: path) != .missing { try? FileManager.default.removeItem(atPath: path.string) }
    }

    /// What an earlier publish wrote into the target; `nil` where there is no target, or an empty one.
    func earlierManifest() throws(PublishError) -> SiteManifest? {
        guard EntryKind(of: target) != .missing else { return nil }
        let (entries, manifest) = try PublishError.wrapping { () throws(FileError) in
            (try Files.entries(of: target), try SiteManifest(in: target))
        }
        if manifest == nil, !entries.isEmpty {
            throw .unsuitableTarget(
                "'\(target)' holds files that no publish put there, so it is not replaced; empty it yourself, or name another folder")
        }
        return manifest
    }

    /// How a file of the new tree compares with the one of its name in the old tree.
    enum Difference: Sendable {
        case added, changed, unchanged
    }

    /// Puts a file of a site into the new tree.
    ///
    /// A file that did not change is the old tree's own under a second name, so that its date tells browsers that they have it.
    func add(_ path: String, from folder: FilePath, over earlier: SiteManifest?) throws(FileError) -> Difference {
        let (source, old, new) = (folder.appending(path), target.appending(path), next.appending(path))
        guard case .file = EntryKind(of: source) else { throw FileError(path: source, cause: .noSuchFileOrDirectory) }
        let bytes = try Files.read(source)
        let wasPublished = earlier?.contains(path) ?? false
        var isSame = wasPublished && EntryKind(of: old) == .file(size: bytes.count)
        if isSame { isSame = try Files.read(old) == bytes }
        try Files.createDirectory(new.removingLastComponent())
        if !isSame || link(old.string, new.string) != 0 { try Files.write(bytes, to: new) }
        return isSame ? .unchanged : wasPublished ? .changed : .added
    }

    /// Paths in the target of files and links that are not in its manifest.
    func filesOfOthers(than manifest: SiteManifest, below folder: String = "") throws(FileError) -> [String] {
        var paths: [String] = []
        for name in try Files.entries(of: target.appending(folder)) {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if manifest.contains(path) || path == SiteManifest.name { continue }
            if EntryKind(of: target.appending(path)) == .folder {
                paths += try filesOfOthers(than: manifest, below: path)
            } else {
                paths.append(path)
            }
        }
        return paths
    }

    /// Puts the new tree in the target's place, with the same permissions; the old one is a leftover then.
    func switchOver() throws(FileError) {
        var status = stat()
        if stat(target.string, &status) == 0 {
            chmod(next.string, status.st_mode & 0o7777)
            if try !FolderExchange.swap(next, target) { try FolderExchange.replace(target, with: next, aside: previous) }
        } else {
            try Files.move(next, to: target)
        }
    }

    private static func resolved(_ path: FilePath) -> FilePath? {
        guard let pointer = realpath(path.string, nil) else { return nil }
        defer { free(pointer) }
        return FilePath(String(cString: pointer))
    }
}
