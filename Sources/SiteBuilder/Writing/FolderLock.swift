import Files
import Platform
import SystemPackage

/// Keeps other processes of this program out of a folder until it is released, or the process ends in whatever way.
struct FolderLock {
    private let folder: FileDescriptor

    /// Takes the lock, or gives `nil` at once where another process holds it.
    init?(_ path: FilePath) throws(FileError) {
        do {
            folder = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw FileError(path: path, cause: error as? Errno ?? .ioError)
        }
        // Some network file systems have no locks; a build there is better than none.
        if flock(folder.rawValue, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            release()
            return nil
        }
    }

    func release() {
        // Closing alone would leave the lock to a child process that was born in between and has not closed its copy yet.
        flock(folder.rawValue, LOCK_UN)
        try? folder.close()
    }
}
