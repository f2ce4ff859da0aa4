import Platform
import SystemPackage

/// What stands at a path itself, where a link counts as a link and not as what it leads to.
enum EntryKind: Sendable, Hashable {
    case missing
    case file(size: Int)
    case folder
    case link
    /// A device, a pipe, or something that can't be looked at.
    case other

    init(of path: FilePath) {
        var status = stat()
        guard lstat(path.string, &status) == 0 else {
            // A file where a folder was expected means that nothing stands below it.
            self = errno == ENOENT || errno == ENOTDIR ? .missing : .other
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(size: Int(status.st_size))
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}
