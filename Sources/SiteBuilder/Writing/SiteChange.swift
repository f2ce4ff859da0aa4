/// What turns the files of an earlier build into those of a new one, as far as paths alone tell.
struct SiteChange: Sendable {
    /// What this program wrote into the folder before.
    let earlier: SiteManifest
    /// What it will have written there afterwards.
    let manifest: SiteManifest
    /// Files of the earlier build that the new one no longer has, in byte order.
    let orphans: [String]
    /// Every folder that the new files stand in, each after the ones above it.
    let folders: [String]
    /// The paths of the files that the caller hands over.
    let written: [String]
    private let writtenFolders: Set<String>

    init(from earlier: SiteManifest, writing paths: [String], keeping kept: some Sequence<String>) {
        self.earlier = earlier
        written = paths
        manifest = SiteManifest(Set(paths).union(earlier.paths.intersection(kept)))
        orphans = SiteManifest(earlier.paths.subtracting(manifest.paths)).sorted
        writtenFolders = Set(paths.flatMap(SitePath.folders(above:)))
        folders = writtenFolders.sorted(by: SitePath.precedes)
    }

    /// Both manifests as one: every file that may stand in the folder while the change is being made.
    var duringCommit: SiteManifest { SiteManifest(earlier.paths.union(manifest.paths)) }

    func isOrphan(_ path: String) -> Bool { earlier.contains(path) && !manifest.contains(path) }

    /// Whether an orphan must go before the new files can come: a file where a folder will be, or in a folder where a file will be.
    func isInTheWay(_ orphan: String) -> Bool {
        writtenFolders.contains(orphan) || SitePath.folders(above: orphan).contains(where: manifest.contains)
    }
}
