import Files
import Foundation
import SystemPackage
import Testing

@testable import SiteBuilder

struct PublishingFolderTests {
    /// A scratch folder with a site built in `site`.
    func built(_ files: String) async throws -> (WritingScratch, BuiltSite) {
        let scratch = try WritingScratch()
        return (scratch, try await build(files, in: scratch))
    }

    func build(_ files: String, in scratch: WritingScratch) async throws -> BuiltSite {
        _ = try await SiteWriter(scratch.path.appending("site"), jobs: 1).write(site(files))
        return try BuiltSite(at: scratch.path.appending("site"))
    }

    func publish(_ site: BuiltSite, to target: FilePath) async throws -> PublishSummary {
        try await FolderPublisher(to: target, jobs: 2).publish(site)
    }

    @Test func `a new folder gets the site and nothing else`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n-- runs/a.html --\n2\n")
        try scratch.write("*\n", to: "site/.gitignore")
        let summary = try await publish(site, to: scratch.path.appending("www/public"))
        #expect(summary == PublishSummary(added: 2))
        #expect(
            try scratch.tree("www")
                == "-- public/.sitegen-manifest --\nindex.html\nruns/a.html\n-- public/index.html --\n1\n-- public/runs/a.html --\n2\n")
    }

    @Test func `a folder is switched whole, and a user's files come along`() async throws {
        let (scratch, first) = try await built("-- index.html --\n1\n-- runs/a.html --\n2\n")
        let target = scratch.path.appending("www")
        _ = try await publish(first, to: target)
        try scratch.write("example.org\n", to: "www/CNAME")
        try scratch.write("proof\n", to: "www/.well-known/x")
        try FileManager.default.createSymbolicLink(atPath: target.appending("latest").string, withDestinationPath: "nowhere")
        let second = try await build("-- index.html --\none\n-- runs/b.html --\n3\n", in: scratch)
        #expect(try await publish(second, to: target) == PublishSummary(added: 1, changed: 1, removed: 1))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: target.appending("latest").string) == "nowhere")
        try Files.remove(target.appending("latest"))
        #expect(try scratch.text("www/.well-known/x") == "proof\n")
        #expect(try Files.entries(of: target) == [".sitegen-manifest", ".well-known", "CNAME", "index.html", "runs"])
        #expect(try Files.entries(of: target.appending("runs")) == ["b.html"])
        #expect(try scratch.text("www/index.html") == "one\n")
        #expect(try Files.entries(of: scratch.path) == ["site", "www"])
    }

    @Test func `the same site again is nothing to publish, and the folder is not touched`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        let target = scratch.path.appending("www")
        _ = try await publish(site, to: target)
        let inode = try FileManager.default.attributesOfItem(atPath: target.string)[.systemFileNumber] as? Int
        let summary = try await publish(site, to: target)
        #expect(summary == PublishSummary(unchanged: 1))
        #expect(summary.description == "nothing to publish")
        #expect(try FileManager.default.attributesOfItem(atPath: target.string)[.systemFileNumber] as? Int == inode)
    }

    @Test func `a page that did not change keeps its date`() async throws {
        let (scratch, first) = try await built("-- a --\n1\n-- b --\n1\n")
        let target = scratch.path.appending("www")
        _ = try await publish(first, to: target)
        let date = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: target.appending("a").string)
        let second = try await build("-- a --\n1\n-- b --\n2\n", in: scratch)
        #expect(try await publish(second, to: target) == PublishSummary(changed: 1, unchanged: 1))
        #expect(try FileManager.default.attributesOfItem(atPath: target.appending("a").string)[.modificationDate] as? Date == date)
    }

    @Test func `a folder of someone else's is never emptied`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        try scratch.write("precious\n", to: "www/thesis.txt")
        let target = scratch.path.appending("www")
        let error = await #expect(throws: PublishError.self) { try await publish(site, to: target) }
        #expect(error?.exitCode == 64)
        #expect(
            error?.message == "'\(target)' holds files that no publish put there, so it is not replaced; empty it yourself, or name another folder")
        #expect(try scratch.tree("www") == "-- thesis.txt --\nprecious\n")
        #expect(try Files.entries(of: scratch.path) == ["site", "www"])
    }

    @Test func `an empty folder is filled and keeps its permissions`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        let target = scratch.path.appending("www")
        try FileManager.default.createDirectory(atPath: target.string, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
        #expect(try await publish(site, to: target) == PublishSummary(added: 1))
        #expect(try FileManager.default.attributesOfItem(atPath: target.string)[.posixPermissions] as? Int == 0o750)
    }

    @Test func `a link to the folder goes on leading to it`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        try Files.createDirectory(scratch.path.appending("releases/live"))
        let link = scratch.path.appending("current")
        try FileManager.default.createSymbolicLink(atPath: link.string, withDestinationPath: "releases/live")
        _ = try await publish(site, to: link)
        #expect(try scratch.text("releases/live/index.html") == "1\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.string) == "releases/live")
    }

    @Test func `leftovers of an interrupted publish are undone`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        let target = scratch.path.appending("www")
        _ = try await publish(site, to: target)
        try scratch.write("example.org\n", to: "www/CNAME")
        // As if the process had ended between the two renames of a system that can't swap.
        try Files.move(target, to: scratch.path.appending(".www.sitegen-previous"))
        try scratch.write("half\n", to: ".www.sitegen-next/index.html")
        #expect(try await publish(site, to: target) == PublishSummary(unchanged: 1))
        #expect(try scratch.text("www/CNAME") == "example.org\n")
        #expect(try Files.entries(of: scratch.path) == ["site", "www"])
    }

    @Test func `a user's file that the new site would hide is an error`() async throws {
        let (scratch, first) = try await built("-- index.html --\n1\n")
        let target = scratch.path.appending("www")
        _ = try await publish(first, to: target)
        try scratch.write("mine\n", to: "www/robots.txt")
        let second = try await build("-- index.html --\n1\n-- robots.txt --\nours\n", in: scratch)
        let error = await #expect(throws: PublishError.self) { try await publish(second, to: target) }
        #expect(error?.message == "'\(target)/robots.txt' was put there by someone else, and the site has a file of that name; move it away")
        #expect(try scratch.text("www/robots.txt") == "mine\n")
        #expect(try Files.entries(of: scratch.path) == ["site", "www"])
    }

    @Test func `the build's own output and what holds it are refused as targets`() async throws {
        let (scratch, site) = try await built("-- index.html --\n1\n")
        for target in [scratch.path, scratch.path.appending("site"), FilePath("/")] {
            let error = await #expect(throws: PublishError.self) { try await publish(site, to: target) }
            #expect(error?.exitCode == 64)
        }
        #expect(try scratch.text("site/index.html") == "1\n")
    }

    @Test func `a folder without a built site is an error`() throws {
        let scratch = try WritingScratch("-- site/index.html --\nx\n")
        let error = #expect(throws: PublishError.self) { try BuiltSite(at: scratch.path.appending("site")) }
        #expect(error == .failed("there is no built site in '\(scratch.path)/site'; build it first"))
    }

    @Test func `two folders swap in one step, and in two where one can't be had`() throws {
        let scratch = try WritingScratch("-- a/x --\n1\n-- b/x --\n2\n")
        let (a, b) = (scratch.path.appending("a"), scratch.path.appending("b"))
        #expect(try FolderExchange.swap(a, b))
        #expect(try scratch.tree() == "-- a/x --\n2\n-- b/x --\n1\n")
        try FolderExchange.replace(b, with: a, aside: scratch.path.appending("c"))
        #expect(try scratch.tree() == "-- b/x --\n2\n-- c/x --\n1\n")
        #expect(throws: FileError.self) { try FolderExchange.replace(b, with: a, aside: scratch.path.appending("d")) }
        #expect(try scratch.text("b/x") == "2\n")
    }
}
