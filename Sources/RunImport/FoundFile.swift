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
    /// The state of the file that a commit brought; `nil` for a file on disk.
    var state: FileState?

    var commit: Commit? { state?.commit }

    init(path: FilePath, relative: String, folder: Place, state: FileState? = nil) {
        self.path = path
        self.relative = relative
        self.folder = folder
        self.state = state
        self.name = relative.split(separator: "/").last.map(String.init) ?? relative
    }

    /// The folder so many levels above the one that the file lies in.
    func folderPath(level: Int) -> FilePath { (0...level).reduce(path) { path, _ in path.removingLastComponent() } }

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
