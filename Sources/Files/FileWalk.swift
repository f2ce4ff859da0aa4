public import Diagnostics
import Platform
public import SystemPackage

/// The regular files below a folder, found once each, in byte order of their paths.
///
/// Links are followed; a folder that was already entered, by whatever name, is not entered again, so a loop of links ends.
/// What can't be listed is reported and left out, and the rest is still found.
public struct FileWalk: Sendable {
    public struct Entry: Sendable, Hashable {
        /// Where to read it.
        public var path: FilePath
        /// The path from the folder that the walk began at, with forward slashes; the name alone where the walk began at a file.
        public var relative: String
    }

    public private(set) var entries: [Entry] = []
    public private(set) var diagnostics: [Diagnostic] = []
    private var entered: Set<FileIdentity> = []
    private let skipsFolder: @Sendable (String) -> Bool

    /// - Parameters:
    ///   - root: a file or a folder.
    ///   - skipsFolder: tells by its name whether a folder is left out.
    public init(_ root: FilePath, skippingFolders skipsFolder: @escaping @Sendable (String) -> Bool = { $0.hasPrefix(".") }) {
        self.skipsFolder = skipsFolder
        visit(root, relative: "", name: root.lastComponent?.string ?? root.string)
    }

    private mutating func visit(_ path: FilePath, relative: String, name: String) {
        var status = stat()
        guard stat(path.string, &status) == 0 else {
            diagnostics.append(FileError(path: path, cause: Errno(rawValue: errno)).diagnostic)
            return
        }
        switch FileKind(mode: status.st_mode) {
        case .file: entries.append(Entry(path: path, relative: relative.isEmpty ? name : relative))
        case .directory:
            let identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            guard entered.insert(identity).inserted else { return }
            visitEntries(of: path, relative: relative)
        case .other: diagnostics.append(.warning("not a regular file; left out", at: SourceLocation(path.string)))
        }
    }

    private mutating func visitEntries(of folder: FilePath, relative: String) {
        do {
            for name in try Files.entries(of: folder) where !skipsFolder(name) || Files.kind(of: folder.appending(name)) != .directory {
                visit(folder.appending(name), relative: relative.isEmpty ? name : "\(relative)/\(name)", name: name)
            }
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    private struct FileIdentity: Hashable {
        var device: UInt64
        var inode: UInt64
    }
}
