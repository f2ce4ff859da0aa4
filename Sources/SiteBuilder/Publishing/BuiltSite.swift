import Files
public import SystemPackage

/// A site as a build left it: the output folder, and which of its files are the site's.
public struct BuiltSite: Sendable {
    public let folder: FilePath
    let manifest: SiteManifest

    /// Finds the site in an output folder; what a user put beside it is not published.
    public init(at folder: FilePath) throws(PublishError) {
        let folder: FilePath = folder.isEmpty ? "." : folder
        guard let manifest = try PublishError.wrapping({ () throws(FileError) in try SiteManifest(in: folder) }) else {
            throw .failed("there is no built site in '\(folder)'; build it first")
        }
        self.folder = folder
        self.manifest = manifest
    }
}
