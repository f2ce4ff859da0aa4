import Files
import SystemPackage

/// A file that a walk found, and the folder that it lies in.
struct FoundFile: Sendable {
    /// Where to read it.
    var path: FilePath
    /// The path from the folder that the walk began at.
    var relative: String
    var folder: Place
    /// The file's own name.
    let name: String

    init(path: FilePath, relative: String, folder: Place) {
        self.path = path
        self.relative = relative
        self.folder = folder
        self.name = relative.split(separator: "/").last.map(String.init) ?? relative
    }

    /// The files of a walk; a file that was named itself lies in its own folder.
    static func files(of walk: FileWalk, root: FilePath) -> [FoundFile] {
        let isFile = walk.entries.count == 1 && walk.entries[0].path == root
        let base = Place(root: isFile ? root.removingLastComponent() : root)
        return walk.entries.map { entry in
            let parts = entry.relative.split(separator: "/").dropLast().map(String.init)
            return FoundFile(path: entry.path, relative: entry.relative, folder: Place(parts: base.parts + parts, rootDepth: base.rootDepth))
        }
    }
}
