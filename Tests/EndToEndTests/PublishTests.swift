import AgentRuns
import Foundation
import Testing

struct PublishTests {
    @Test func `a folder is switched to the site, and one that is somebody else's is left alone`() throws {
        let site = try Scratch("-- mine/notes.txt --\nkeep\n")
        try site.add(.example(number: 1))
        try #require(try site.sitegen("publish", "--to", "www").exitCode == 0)
        #expect(try site.text("www/index.html") == site.text("site/index.html"))
        #expect(try site.sitegen("publish", "--to", "www").output == "nothing to publish\n")
        #expect(try site.sitegen("publish", "--to", "mine").exitCode == 64)
        #expect(try site.text("mine/notes.txt") == "keep\n")
    }

    @Test func `a branch gets one commit for each change, with only what changed`() throws {
        let site = try Scratch()
        try site.git("init", "--quiet", "--bare", "remote.git")
        try site.add(.example(number: 1), .example(number: 2))
        try #require(try site.sitegen("publish", "--git", "remote.git", "--branch", "pages").exitCode == 0)
        var run = Run.example(number: 2)
        run.executions[0].agent = "Renamed"
        try site.add(run)
        try #require(try site.sitegen("publish", "--git", "remote.git", "--branch", "pages").exitCode == 0)
        #expect(try site.git("-C", "remote.git", "rev-list", "--count", "pages") == "2\n")
        let changed = try site.git("-C", "remote.git", "diff", "--name-only", "pages~1", "pages").split(separator: "\n")
        #expect(Set(changed).isSuperset(of: ["runs/s/run_2.html", "runs/s/run_2.json"]))
        #expect(!changed.contains("runs/s/run_1.html"))
        #expect(try site.git("-C", "remote.git", "ls-tree", "--name-only", "pages").contains(".nojekyll"))
    }

    @Test func `a rejected push is a clear error and exits with 75`() throws {
        let site = try Scratch()
        try site.git("init", "--quiet", "--bare", "remote.git")
        try site.write("#!/bin/sh\necho 'closed for today' >&2\nexit 1\n", to: "remote.git/hooks/pre-receive")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.folder.appending(path: "remote.git/hooks/pre-receive").path)
        try site.add(.example(number: 1))
        let result = try site.sitegen("publish", "--git", "remote.git", "--branch", "pages")
        #expect(result.exitCode == 75)
        #expect(result.errors.contains("closed for today"))
    }

    @Test func `content with errors is not published`() throws {
        let site = try Scratch("-- content/runs/s/broken/run.json --\n{\n")
        try site.add(.example(number: 1))
        #expect(try site.sitegen("publish", "--to", "www").exitCode == 1)
        #expect(!site.exists("www"))
    }
}

extension Scratch {
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
        return String(decoding: data, as: UTF8.self)
    }
}
