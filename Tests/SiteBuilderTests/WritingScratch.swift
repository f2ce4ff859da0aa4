import Bytes
import Files
import Foundation
import SiteBuilder
import SystemPackage

/// A temporary folder that several files in one string fill, removed when the test lets go of it.
final class WritingScratch {
    let path: FilePath

    init(_ files: String = "") throws {
        let url = FileManager.default.temporaryDirectory.appending(component: "sitegen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.resolvingSymlinksInPath().path)
        for file in site(files) { try Files.write(file.bytes.bytes, to: path.appending(file.path)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    /// Every file below a folder with its text, in the form that `site` reads; the manifest is left out.
    func tree(_ folder: String = "", manifest: Bool = false) throws -> String {
        let entries = FileWalk(path.appending(folder)) { $0 == ".git" }.entries.filter { manifest || $0.relative != ".sitegen-manifest" }
        return try entries.map { "-- \($0.relative) --\n" + String(decoding: try Files.read($0.path), as: UTF8.self) }.joined()
    }

    func text(_ file: String) throws -> String { String(decoding: try Files.read(path.appending(file)), as: UTF8.self) }

    func write(_ text: String, to file: String) throws { try Files.write(Array(text.utf8), to: path.appending(file)) }
}

/// Several files in one string: a line `-- path --` begins each, and what follows it is the file's text.
func site(_ text: String) -> [SiteFile] {
    var files: [SiteFile] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
        if line.hasPrefix("-- "), line.hasSuffix(" --") {
            files.append(SiteFile(path: String(line.dropFirst(3).dropLast(3)), bytes: ByteBuffer()))
        } else if !files.isEmpty {
            files[files.count - 1].bytes.append(text: "\(line)\n")
        }
    }
    return files
}
