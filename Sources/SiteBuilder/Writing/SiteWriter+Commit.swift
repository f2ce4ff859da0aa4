import Files
import Platform
import SystemPackage

extension SiteWriter {
    /// Puts the staged files in their places and removes the orphans.
    ///
    /// The manifest names old and new files together before the first rename, and the new ones alone after the last removal:
    /// whenever the build is interrupted, the next one knows every file that is its own.
    func commit(_ staged: [StagedFile], _ change: SiteChange) throws(FileError) {
        try replaceManifest(with: change.duringCommit)
        let (inTheWay, others) = (change.orphans.filter(change.isInTheWay), change.orphans.filter { !change.isInTheWay($0) })
        try remove(inTheWay)
        for folder in change.folders { try Files.createDirectory(output.appending(folder)) }
        for file in staged { try Files.move(file.temporary, to: output.appending(file.path)) }
        try remove(others)
        try replaceManifest(with: change.manifest)
    }

    private func replaceManifest(with manifest: SiteManifest) throws(FileError) {
        let temporary = staging.appending("manifest")
        try Files.write(manifest.bytes, to: temporary)
        try Files.move(temporary, to: output.appending(SiteManifest.name))
    }

    /// Removes files of earlier builds, and the folders that are empty then.
    private func remove(_ orphans: [String]) throws(FileError) {
        var left: Set<String> = []
        for orphan in orphans where !standsBehindLink(orphan) {
            let path = output.appending(orphan)
            // Someone replaced the file by a folder: what is in it is not of an earlier build.
            if EntryKind(of: path) != .folder { try Files.remove(path) }
            left.formUnion(SitePath.folders(above: orphan))
        }
        // The deepest first; a folder that still holds something stays.
        for folder in left.sorted(by: SitePath.precedes).reversed() { rmdir(output.appending(folder).string) }
    }

    private func standsBehindLink(_ path: String) -> Bool {
        SitePath.folders(above: path).contains { EntryKind(of: output.appending($0)) == .link }
    }
}
