import Platform
public import SystemPackage

/// Reads, lists and writes files, with errors that name the path and the cause.
///
/// Every write goes to a temporary name beside its target and is renamed, so a reader sees the old bytes or the new ones, never half of them.
public enum Files {
    /// Reads a whole file; a folder or a device is refused.
    public static func read(_ path: FilePath) throws(FileError) -> [UInt8] {
        if let kind = kind(of: path), kind != .file {
            throw FileError(path: path, cause: kind == .directory ? .isDirectory : .invalidArgument)
        }
        return try withErrno(at: path) {
            let file = try FileDescriptor.open(path, .readOnly)
            return try file.closeAfter {
                let size = Int(try file.seek(offset: 0, from: .end))
                try file.seek(offset: 0, from: .start)
                return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                    while count < size {
                        let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                        if read == 0 { break }
                        count += read
                    }
                }
            }
        }
    }

    /// Reads standard input to its end.
    public static func readStandardInput() throws(FileError) -> [UInt8] {
        try withErrno(at: "-") {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = try buffer.withUnsafeMutableBytes { try FileDescriptor.standardInput.read(into: $0) }
                if count == 0 { return bytes }
                bytes += buffer[..<count]
            }
        }
    }

    /// Writes a whole file atomically, making its folder first.
    public static func write(_ bytes: some Sequence<UInt8>, to path: FilePath) throws(FileError) {
        try createDirectory(path.removingLastComponent())
        let temporary = temporaryName(beside: path)
        do throws(FileError) {
            try withErrno(at: path) {
                let file = try FileDescriptor.open(
                    temporary, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
                try file.closeAfter { _ = try file.writeAll(bytes) }
            }
            try move(temporary, to: path)
        } catch {
            // A full disk must not be filled with what could not be finished.
            _ = unlink(temporary.string)
            throw error
        }
    }

    /// Renames a file or folder; an existing file at the target is replaced in one step.
    public static func move(_ source: FilePath, to target: FilePath) throws(FileError) {
        guard rename(source.string, target.string) == 0 else { throw FileError(path: target, cause: Errno(rawValue: errno)) }
    }

    /// Removes a file; one that is already gone is no error.
    public static func remove(_ path: FilePath) throws(FileError) {
        guard unlink(path.string) == 0 || errno == ENOENT else { throw FileError(path: path, cause: Errno(rawValue: errno)) }
    }

    public static func createDirectory(_ path: FilePath) throws(FileError) {
        if path.isEmpty || kind(of: path) == .directory { return }
        try createDirectory(path.removingLastComponent())
        guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path, cause: Errno(rawValue: errno)) }
    }

    /// What stands at a path, links followed; `nil` where there is nothing.
    public static func kind(of path: FilePath) -> FileKind? {
        var status = stat()
        guard stat(path.string, &status) == 0 else { return nil }
        return FileKind(mode: status.st_mode)
    }

    /// The names in a folder in byte order, `.` and `..` left out.
    public static func entries(of folder: FilePath) throws(FileError) -> [String] {
        guard let handle = opendir(folder.string) else { throw FileError(path: folder, cause: Errno(rawValue: errno)) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A name beside the target that no other process of this machine uses at the same time.
    public static func temporaryName(beside path: FilePath) -> FilePath {
        let name = path.lastComponent?.string ?? "file"
        return path.removingLastComponent().appending(".\(name).\(getpid()).partial")
    }

    private static func withErrno<Value>(at path: FilePath, _ body: () throws -> Value) throws(FileError) -> Value {
        do {
            return try body()
        } catch {
            throw FileError(path: path, cause: error as? Errno ?? .ioError)
        }
    }
}
