import Bytes
import Diagnostics
import Files
import Foundation
import SystemPackage
import Testing

@testable import SiteBuilder

struct WritingTests {
    let first = """
        -- index.html --
        home
        -- runs/a.html --
        a
        -- runs/b.html --
        b

        """

    @Test(arguments: [1, 4]) func `a site is written whole, whatever the number of jobs`(jobs: Int) async throws {
        let scratch = try WritingScratch()
        let summary = try await SiteWriter(scratch.path.appending("out"), jobs: jobs).write(site(first))
        #expect(summary == WriteSummary(written: 3, unchanged: 0, removed: 0, bytes: 9))
        #expect(try scratch.tree("out") == first)
        #expect(try scratch.text("out/.sitegen-manifest") == "index.html\nruns/a.html\nruns/b.html\n")
        #expect(try Files.entries(of: scratch.path.appending("out")) == [".sitegen-manifest", "index.html", "runs"])
    }

    @Test func `files that come in batches are written as one site`() async throws {
        let scratch = try WritingScratch()
        let files = site(first)
        let (batches, continuation) = AsyncStream.makeStream(of: [SiteFile].self)
        let writer = SiteWriter(scratch.path.appending("out"), jobs: 2)
        let paths = files.map(\.path)
        async let summary = writer.write(batches, at: paths)
        for file in files.reversed() {
            await Task.yield()
            continuation.yield([file])
        }
        continuation.finish()
        #expect(try await summary == WriteSummary(written: 3, unchanged: 0, removed: 0, bytes: 9))
        #expect(try scratch.tree("out") == first)
    }

    @Test(arguments: [["index.html", "runs/a.html"], ["index.html", "runs/a.html", "runs/b.html", "runs/c.html"]])
    func `files that are not those that were announced change nothing`(announced: [String]) async throws {
        let scratch = try WritingScratch("-- out/index.html --\nolder\n-- out/.sitegen-manifest --\nindex.html\n")
        let (batches, continuation) = AsyncStream.makeStream(of: [SiteFile].self)
        continuation.yield(site(first))
        continuation.finish()
        let error = await #expect(throws: WriteError.self) {
            try await SiteWriter(scratch.path.appending("out"), jobs: 1).write(batches, at: announced)
        }
        let word = announced.count == 2 ? "the file was never announced" : "the file was announced and never made"
        #expect(error?.diagnostics.map(\.message) == [word])
        #expect(try scratch.text("out/index.html") == "older\n")
    }

    @Test func `identical files are not written again, and a changed one is`() async throws {
        let scratch = try WritingScratch()
        let writer = SiteWriter(scratch.path, jobs: 2)
        _ = try await writer.write(site(first))
        let old = Date(timeIntervalSince1970: 1_000_000)
        for name in ["index.html", "runs/a.html", ".sitegen-manifest"] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: scratch.path.appending(name).string)
        }
        let summary = try await writer.write(site(first.replacingOccurrences(of: "\nb\n", with: "\nB\n")))
        #expect(summary == WriteSummary(written: 1, unchanged: 2, removed: 0, bytes: 9))
        #expect(try scratch.text("runs/b.html") == "B\n")
        let kept = try FileManager.default.attributesOfItem(atPath: scratch.path.appending("runs/a.html").string)
        #expect(kept[.modificationDate] as? Date == old)

        let again = try await writer.write(site(first.replacingOccurrences(of: "\nb\n", with: "\nB\n")))
        #expect(again == WriteSummary(written: 0, unchanged: 3, removed: 0, bytes: 9))
    }

    @Test func `orphans go with the folders they leave empty, and a user's files stay`() async throws {
        let scratch = try WritingScratch(
            """
            -- .gitignore --
            *
            -- runs/notes/mine.txt --
            mine

            """)
        let writer = SiteWriter(scratch.path, jobs: 2)
        _ = try await writer.write(site(first + "-- old/deep/x.html --\nx\n-- runs/notes/y.html --\ny\n"))
        let summary = try await writer.write(site("-- index.html --\nhome\n"))
        #expect(summary == WriteSummary(written: 0, unchanged: 1, removed: 4, bytes: 5))
        #expect(
            try scratch.tree() == """
                -- .gitignore --
                *
                -- index.html --
                home
                -- runs/notes/mine.txt --
                mine

                """)
        #expect(Files.kind(of: scratch.path.appending("old")) == nil)
    }

    @Test func `a user's file in the place of a page is an error, and nothing is written`() async throws {
        let scratch = try WritingScratch("-- index.html --\nby hand\n")
        let error = await #expect(throws: WriteError.self) { try await SiteWriter(scratch.path, jobs: 1).write(site(first)) }
        #expect(
            error?.diagnostics == [
                .error(
                    "no build wrote the file that stands here, so it is not replaced; move it away, or name another output folder",
                    at: SourceLocation(scratch.path.appending("index.html").string))
            ])
        #expect(try scratch.tree(manifest: true) == "-- index.html --\nby hand\n")
    }

    @Test func `a page becomes a folder and a folder a page`() async throws {
        let scratch = try WritingScratch()
        let writer = SiteWriter(scratch.path, jobs: 1)
        _ = try await writer.write(site("-- a --\n1\n-- b/c/d --\n2\n"))
        let summary = try await writer.write(site("-- a/x --\n3\n-- b --\n4\n"))
        #expect(summary == WriteSummary(written: 2, unchanged: 0, removed: 2, bytes: 4))
        #expect(try scratch.tree() == "-- a/x --\n3\n-- b --\n4\n")
    }

    @Test func `pages that are kept are neither rendered nor removed`() async throws {
        let scratch = try WritingScratch()
        let writer = SiteWriter(scratch.path, jobs: 1)
        _ = try await writer.write(site(first))
        let summary = try await writer.write(site("-- index.html --\nnew\n"), keeping: ["runs/a.html", "never/written.html"])
        #expect(summary == WriteSummary(written: 1, unchanged: 1, removed: 1, bytes: 4))
        #expect(try scratch.text(".sitegen-manifest") == "index.html\nruns/a.html\n")
    }

    @Test func `an interrupted build's leftovers are cleaned away, and its files are known`() async throws {
        // The state between the first rename and the last removal: both sites' files in the manifest.
        let scratch = try WritingScratch(
            """
            -- .sitegen-manifest --
            index.html
            new.html
            old.html
            -- .sitegen-staging/0 --
            half
            -- index.html --
            home
            -- new.html --
            new
            -- old.html --
            old

            """)
        let summary = try await SiteWriter(scratch.path, jobs: 1).write(site("-- index.html --\nhome\n"))
        #expect(summary == WriteSummary(written: 0, unchanged: 1, removed: 2, bytes: 5))
        #expect(try Files.entries(of: scratch.path) == [".sitegen-manifest", "index.html"])
    }

    @Test func `a forged manifest removes nothing outside the output`() async throws {
        let scratch = try WritingScratch(
            """
            -- precious --
            keep
            -- elsewhere/page.html --
            keep
            -- out/.sitegen-manifest --
            ../precious
            /etc/hostname
            link/page.html
            out/../../precious

            """)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path.appending("out/link").string, withDestinationPath: scratch.path.appending("elsewhere").string)
        _ = try await SiteWriter(scratch.path.appending("out"), jobs: 1).write([])
        #expect(try scratch.text("precious") == "keep\n")
        #expect(try scratch.text("elsewhere/page.html") == "keep\n")
    }

    @Test func `a link in the place of a folder is an error`() async throws {
        let scratch = try WritingScratch("-- elsewhere/x --\nkeep\n")
        try FileManager.default.createDirectory(atPath: scratch.path.appending("out").string, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path.appending("out/runs").string, withDestinationPath: scratch.path.appending("elsewhere").string)
        let error = await #expect(throws: WriteError.self) {
            try await SiteWriter(scratch.path.appending("out"), jobs: 1).write(site(first))
        }
        #expect(error?.diagnostics.map(\.message) == ["a link stands where the site has a folder; move it away"])
        #expect(try scratch.tree("elsewhere") == "-- x --\nkeep\n")
    }

    @Test func `an output that is a file is an error`() async throws {
        let scratch = try WritingScratch("-- out --\ntext\n")
        let error = await #expect(throws: WriteError.self) {
            try await SiteWriter(scratch.path.appending("out"), jobs: 1).write(site(first))
        }
        #expect(error?.diagnostics.map(\.message) == ["the output is a file; name a folder, or move the file away"])
    }

    @Test func `two builds do not write to one folder at a time`() async throws {
        let scratch = try WritingScratch()
        let lock = try #require(try FolderLock(scratch.path))
        await #expect(throws: WriteError.self) { try await SiteWriter(scratch.path, jobs: 1).write(site(first)) }
        lock.release()
        #expect(try await SiteWriter(scratch.path, jobs: 1).write(site(first)).written == 3)
    }

    @Test(arguments: [
        ("", "is empty"), ("/etc/passwd", "is absolute"), ("../x", "has the part '..'"), ("a/../x", "has the part '..'"),
        ("a//b", "has an empty part"), ("a/", "has an empty part"), ("./a", "has the part '.'"), ("a\\b", "holds a control character or a backslash"),
        ("a\nb", "holds a control character or a backslash"), (".GIT/config", "has the part '.GIT', which belongs to git"),
        (".sitegen-manifest", "has the part '.sitegen-manifest'; names that begin with '.sitegen-' are kept for the program"),
    ])
    func `a path that is not safe is refused`(path: String, problem: String) async throws {
        let scratch = try WritingScratch()
        let error = await #expect(throws: WriteError.self) {
            try await SiteWriter(scratch.path, jobs: 1).write([SiteFile(path: path, bytes: ByteBuffer())])
        }
        #expect(error?.diagnostics == [.error("the output path '\(path)' \(problem)", at: SourceLocation(scratch.path.string))])
        #expect(try Files.entries(of: scratch.path) == [])
    }

    @Test func `paths that can't stand side by side are refused together`() async throws {
        let scratch = try WritingScratch()
        let error = await #expect(throws: WriteError.self) {
            try await SiteWriter(scratch.path, jobs: 1).write(site("-- a --\n-- a/b --\n-- c --\n-- c --\n"))
        }
        #expect(error?.diagnostics.map(\.message) == ["the output path 'a' is both a file and a folder", "the output path 'c' is written twice"])
    }
}
