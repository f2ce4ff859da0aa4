import Foundation
import SystemPackage
import Testing

@testable import Files

struct FilesTests {
    @Test func `a file that is written is read back, and no temporary name stays`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("a/b/c.txt")
        try Files.write(Array("hello".utf8), to: path)
        try Files.write(Array("world!".utf8), to: path)
        #expect(try Files.read(path) == Array("world!".utf8))
        #expect(try Files.entries(of: folder.path.appending("a/b")) == ["c.txt"])
    }

    @Test func `a missing file is an error that names it`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: FileError.self) { try Files.read(folder.path.appending("none")) }
        #expect(error?.cause == .noSuchFileOrDirectory)
    }

    @Test func `a folder is not read as a file`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: FileError.self) { try Files.read(folder.path) }
        #expect(error?.cause == .isDirectory)
    }

    @Test func `a walk finds every file once, in order, through a loop of links`() throws {
        let folder = try TemporaryFolder()
        for name in ["b/2", "a/1", "a-b/3", "a/.git/x"] { try Files.write([], to: folder.path.appending(name)) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path.appending("a/loop").string, withDestinationPath: folder.path.string)
        let walk = FileWalk(folder.path)
        #expect(walk.entries.map(\.relative) == ["a/1", "a-b/3", "b/2"])
        #expect(walk.diagnostics.isEmpty)
    }

    @Test func `a broken link is reported and the rest is found`() throws {
        let folder = try TemporaryFolder()
        try Files.write([], to: folder.path.appending("x"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path.appending("dead").string, withDestinationPath: folder.path.appending("nowhere").string)
        let walk = FileWalk(folder.path)
        #expect(walk.entries.map(\.relative) == ["x"])
        #expect(walk.diagnostics.count == 1)
    }
}

/// A folder that is removed when the test lets go of it.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(component: "sitegen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }
}
