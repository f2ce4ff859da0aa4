import Files
import Platform
import SystemPackage

/// The regular files of a folder, read without ever leaving it.
///
/// The folder may hold anything: links are not followed, devices and pipes not opened, and there are limits to its size and depth.
struct FolderReading: Sendable {
    private(set) var files: [IngestedFile] = []
    /// Entries that are links, no regular files, unreadable, no text where their ending says so, or beyond the limits.
    private(set) var skipped = 0

    static let fileLimit = 5000
    static let depthLimit = 20
    /// Files that are larger are counted and not read.
    static let byteLimit = 8 << 20

    init(_ folder: FilePath) throws(FileError) {
        try visit(folder, prefix: "", depth: 0)
    }

    private mutating func visit(_ folder: FilePath, prefix: String, depth: Int) throws(FileError) {
        for name in try Files.entries(of: folder) where !name.hasPrefix(".") {
            let path = folder.appending(name)
            var status = stat()
            guard Self.isPlain(name), lstat(path.string, &status) == 0 else {
                skipped += 1
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR where depth < Self.depthLimit:
                do throws(FileError) {
                    try visit(path, prefix: prefix + name + "/", depth: depth + 1)
                } catch {
                    skipped += 1
                }
            case S_IFREG where files.count < Self.fileLimit:
                if let file = read(path, prefix + name) { files.append(file) } else { skipped += 1 }
            default: skipped += 1
            }
        }
    }

    /// A name that can stand in a prompt: without control characters, and not repaired on reading.
    private static func isPlain(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy {
            $0 != "\u{FFFD}" && ![.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
    }

    private func read(_ path: FilePath, _ relative: String) -> IngestedFile? {
        let kind = IngestedFile.Kind(name: relative)
        // Without these options, a link or pipe that took the file's place since it was looked at would be followed or waited for.
        guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: [.noFollow, .nonBlocking]) else { return nil }
        defer { try? descriptor.close() }
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        var file = IngestedFile(path: relative, kind: kind, modified: Date(timeIntervalSince1970: Double(time.tv_sec)), content: nil)
        guard kind != .other, status.st_size <= Self.byteLimit else { return file }
        guard let content = Self.content(of: descriptor, size: Int(status.st_size)), String(validating: content, as: UTF8.self) != nil else {
            return nil
        }
        file.content = content
        return file
    }

    private static func content(of descriptor: FileDescriptor, size: Int) -> [UInt8]? {
        try? [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                if read == 0 { break }
                count += read
            }
        }
    }
}
