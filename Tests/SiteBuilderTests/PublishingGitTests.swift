import Files
import Foundation
import SystemPackage
import Testing

@testable import SiteBuilder

struct PublishingGitTests {
    let scratch: WritingScratch
    /// Settings of the machine that the tests run on must not matter.
    let environment: [String: String?]

    init() async throws {
        scratch = try WritingScratch("-- gitconfig --\n")
        environment = ["GIT_CONFIG_GLOBAL": scratch.path.appending("gitconfig").string, "GIT_CONFIG_NOSYSTEM": "1"]
        try await git(["init", "--quiet", "--bare", "remote.git"])
    }

    @discardableResult func git(_ arguments: [String], in folder: String = "") async throws -> String {
        let git = Git(folder: scratch.path.appending(folder), environment: environment)
        return try await git.require(arguments).text
    }

    /// Runs git on the bare repository.
    func remote(_ arguments: String...) async throws -> String { try await git(["--git-dir=remote.git"] + arguments) }

    func publish(
        _ files: String, branch: String = "pages", remote: String? = nil, from folder: String = ""
    ) async throws -> PublishSummary {
        _ = try await SiteWriter(scratch.path.appending("site"), jobs: 1).write(site(files))
        let publisher = GitPublisher(
            remote: remote ?? scratch.path.appending("remote.git").string, branch: branch,
            folder: scratch.path.appending(folder), environment: environment)
        return try await publisher.publish(BuiltSite(at: scratch.path.appending("site")))
    }

    /// Puts a commit with files on the branch, as another program or another person would.
    func pushByHand(_ files: String, branch: String = "pages", startingAt: String = "origin/pages", as clone: String = "clone") async throws {
        try await git(["clone", "--quiet", "remote.git", clone])
        try await git(
            startingAt.isEmpty ? ["checkout", "--quiet", "--orphan", branch] : ["checkout", "--quiet", "-B", branch, startingAt], in: clone)
        for file in site(files) { try Files.write(file.bytes.bytes, to: scratch.path.appending(clone).appending(file.path)) }
        try await git(["add", "--all"], in: clone)
        try await git(["-c", "user.name=Someone", "-c", "user.email=s@example.org", "commit", "--quiet", "-m", "By hand"], in: clone)
        try await git(["push", "--quiet", "origin", branch], in: clone)
    }

    func writeHook(_ text: String, at path: String) throws {
        try scratch.write("#!/bin/sh\n" + text, to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path.appending(path).string)
    }

    let first = "-- index.html --\n1\n-- runs/a.html --\n2\n"

    @Test func `a missing branch is made with one commit and no history`() async throws {
        let summary = try await publish(first)
        #expect(summary == PublishSummary(added: 2, commit: try await remote("rev-parse", "pages")))
        #expect(try await remote("ls-tree", "-r", "--name-only", "pages") == ".nojekyll\n.sitegen-manifest\nindex.html\nruns/a.html")
        #expect(try await remote("show", "pages:runs/a.html") == "2")
        #expect(
            try await remote("log", "--format=%s|%an|%ae|%P", "pages") == "Publish the site: 2 added, 0 changed, 0 removed|sitegen|sitegen@localhost|"
        )
    }

    @Test func `one changed file gives one commit with that file alone, and the history stays`() async throws {
        _ = try await publish(first)
        let summary = try await publish("-- index.html --\none\n-- runs/a.html --\n2\n")
        #expect(summary.changed == 1 && summary.added == 0 && summary.removed == 0 && summary.unchanged == 1)
        #expect(try await remote("show", "--stat=80", "--format=", "pages") == " index.html | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)")
        #expect(try await remote("rev-list", "--count", "pages") == "2")
    }

    @Test func `the same site again makes no commit`() async throws {
        _ = try await publish(first)
        let before = try await remote("rev-parse", "pages")
        let summary = try await publish(first)
        #expect(summary == PublishSummary(unchanged: 2))
        #expect(summary.description == "nothing to publish")
        #expect(try await remote("rev-parse", "pages") == before)
    }

    @Test func `orphans go, and files that no publish put there stay`() async throws {
        _ = try await publish(first)
        try await pushByHand("-- CNAME --\nexample.org\n-- runs/mine.txt --\nmine\n")
        let summary = try await publish("-- index.html --\n1\n")
        #expect(summary.removed == 1 && summary.unchanged == 1)
        #expect(try await remote("ls-tree", "-r", "--name-only", "pages") == ".nojekyll\n.sitegen-manifest\nCNAME\nindex.html\nruns/mine.txt")
        #expect(try await remote("show", "--format=", "--name-status", "pages") == "M\t.sitegen-manifest\nD\truns/a.html")
        #expect(try await remote("rev-list", "--count", "pages") == "3")
    }

    @Test func `a branch that someone made by hand is built upon`() async throws {
        try await pushByHand("-- CNAME --\nexample.org\n-- index.html --\nplaceholder\n", startingAt: "")
        let summary = try await publish(first)
        #expect(summary.added == 1 && summary.changed == 1 && summary.removed == 0)
        #expect(try await remote("show", "pages:CNAME") == "example.org")
        #expect(try await remote("rev-list", "--count", "pages") == "2")
    }

    @Test func `a page becomes a folder on the branch`() async throws {
        _ = try await publish("-- a --\n1\n")
        _ = try await publish("-- a/x --\n1\n")
        #expect(try await remote("ls-tree", "-r", "--name-only", "pages") == ".nojekyll\n.sitegen-manifest\na/x")
    }

    @Test func `a branch name may hold a slash, and other branches stay`() async throws {
        _ = try await publish(first, branch: "main")
        let main = try await remote("rev-parse", "main")
        _ = try await publish(first, branch: "hosting/live")
        #expect(try await remote("for-each-ref", "--format=%(refname)") == "refs/heads/hosting/live\nrefs/heads/main")
        #expect(try await remote("rev-parse", "main") == main)
        // A plus sign in front of a whole refspec would mean force.
        #expect(try await publish(first, branch: "+plus").added == 2)
    }

    @Test func `names with spaces, quotation marks and letters of any script are published as they are`() async throws {
        let names = ["\"quoted\".html", "a b.html", "அ.html", "-x.html"]
        let summary = try await publish(names.map { "-- \($0) --\n\($0)\n" }.joined())
        #expect(summary.added == 4)
        for name in names { #expect(try await remote("show", "pages:\(name)") == name) }
    }

    @Test func `a hook that refuses is told with its words, exit code 75`() async throws {
        try writeHook("echo no pages on Fridays >&2; exit 1\n", at: "remote.git/hooks/pre-receive")
        let error = await #expect(throws: PublishError.self) { try await publish(first) }
        #expect(error?.exitCode == 75)
        #expect(error?.message.contains("rejected the push to 'pages'") == true)
        #expect(error?.message.contains("no pages on Fridays") == true)
        #expect(try await remote("for-each-ref") == "")
    }

    @Test func `a branch that moves in the midst of the push is not overwritten`() async throws {
        _ = try await publish(first)
        // Runs on this side after the remote has told where the branch stands.
        let script = """
            cd '\(scratch.path)' || exit 1
            unset GIT_DIR GIT_PREFIX
            tree=$(git --git-dir=remote.git rev-parse 'pages^{tree}')
            commit=$(git --git-dir=remote.git -c user.name=x -c user.email=x@example.org commit-tree -p pages -m moved "$tree")
            git --git-dir=remote.git update-ref refs/heads/pages "$commit"

            """
        try writeHook(script, at: "hooks/pre-push")
        try scratch.write("[core]\nhooksPath = \(scratch.path)/hooks\n", to: "gitconfig")
        let error = await #expect(throws: PublishError.self) { try await publish("-- index.html --\none\n") }
        #expect(error?.exitCode == 75)
        #expect(
            error?.message == """
                the branch 'pages' of '\(scratch.path)/remote.git' changed while this site was being published, so the push was rejected \
                and the branch stays as it is; publish again to put this site on top of it
                """)
        #expect(try await remote("log", "-1", "--format=%s", "pages") == "moved")
        #expect(try await remote("show", "pages:index.html") == "1")
    }

    @Test func `a branch that moves between the fetch and the push is not overwritten`() async throws {
        _ = try await publish(first)
        let user = Git(folder: scratch.path, environment: environment)
        try Files.createDirectory(scratch.path.appending("temporary"))
        let repository = try await HostingRepository(
            at: scratch.path.appending("temporary"), remote: GitRemote.resolve("remote.git", in: user), branch: "pages", like: user)
        let base = try #require(try await repository.fetch())
        try await pushByHand("-- CNAME --\nexample.org\n")
        let commit = try await repository.commit(base.tree, onto: base, message: "late")
        let error = await #expect(throws: PublishError.self) { try await repository.push(commit, onto: base) }
        #expect(error?.exitCode == 75)
        #expect(error?.message.hasPrefix("the branch 'pages' of 'remote.git' changed while") == true)
        #expect(try await remote("log", "-1", "--format=%s", "pages") == "By hand")
    }

    @Test func `a branch that someone makes in the midst of the push is not overwritten`() async throws {
        let script = """
            cd '\(scratch.path)' || exit 1
            unset GIT_DIR GIT_PREFIX
            tree=$(git --git-dir=remote.git hash-object -t tree -w /dev/null)
            commit=$(git --git-dir=remote.git -c user.name=x -c user.email=x@example.org commit-tree -m theirs "$tree")
            git --git-dir=remote.git update-ref refs/heads/pages "$commit"

            """
        try writeHook(script, at: "hooks/pre-push")
        try scratch.write("[core]\nhooksPath = \(scratch.path)/hooks\n", to: "gitconfig")
        let error = await #expect(throws: PublishError.self) { try await publish(first) }
        #expect(error?.exitCode == 75)
        #expect(try await remote("log", "--format=%s", "pages") == "theirs")
    }

    @Test func `a remote that isn't there is exit code 75`() async throws {
        for remote in ["nowhere.git", "file:///nowhere/at/all.git", "https://user:secret@127.0.0.1:1/x.git"] {
            let error = await #expect(throws: PublishError.self) { try await publish(first, remote: remote) }
            #expect(error?.exitCode == 75)
            #expect(error?.message.contains("can't be reached") == true)
            #expect(error?.message.contains("secret") == false)
        }
    }

    @Test(arguments: ["-x", "--upload-pack=touch x", "", "a\nb"]) func `a hostile remote is no option`(remote: String) async throws {
        let error = await #expect(throws: PublishError.self) { try await publish(first, remote: remote) }
        #expect(error == .unsuitableTarget("'\(remote)' is no remote; give a path, a URL, or the name of a remote of this repository"))
    }

    @Test(arguments: ["-f", "--all", "a..b", "a b", "@{-1}", "HEAD", "", "x:y", "refs/heads/", "a.lock"])
    func `what can't be a branch is refused`(branch: String) async throws {
        let error = await #expect(throws: PublishError.self) { try await publish(first, branch: branch) }
        #expect(error == .unsuitableTarget("'\(branch)' can't be the name of a branch"))
        #expect(try await remote("for-each-ref") == "")
    }

    @Test func `a remote's name, a relative path, and the author come from the repository around the folder`() async throws {
        try await git(["init", "--quiet", "work"])
        try await git(["remote", "add", "origin", "../remote.git"], in: "work")
        try await git(["config", "user.name", "Ada"], in: "work")
        try await git(["config", "user.email", "ada@example.org"], in: "work")
        try scratch.write("draft\n", to: "work/docs/untracked.txt")
        _ = try await publish(first, remote: "origin", from: "work/docs")
        #expect(try await remote("log", "-1", "--format=%an <%ae>", "pages") == "Ada <ada@example.org>")
        _ = try await publish("-- index.html --\nx\n", remote: "../remote.git", from: "work")
        #expect(try await remote("rev-list", "--count", "pages") == "2")
        #expect(try await git(["for-each-ref"], in: "work") == "")
        #expect(try await git(["status", "--porcelain"], in: "work") == "?? docs/")
        #expect(Files.kind(of: scratch.path.appending("work/.git/index")) == nil)
    }

    @Test func `a checkout's own settings reach the remote`() async throws {
        try await git(["init", "--quiet", "work"])
        try await git(["config", "url.\(scratch.path)/.insteadOf", "hosting:"], in: "work")
        let summary = try await publish(first, remote: "hosting:remote.git", from: "work")
        #expect(summary.added == 2)
        #expect(try await remote("rev-list", "--count", "pages") == "1")
    }

    @Test func `a hook's variables do not lead to its repository`() async throws {
        try await git(["init", "--quiet", "work"])
        let variables = ["GIT_DIR": "\(scratch.path)/work/.git", "GIT_INDEX_FILE": "\(scratch.path)/work/.git/index"]
        _ = try await SiteWriter(scratch.path.appending("site"), jobs: 1).write(site(first))
        let publisher = GitPublisher(
            remote: "remote.git", branch: "pages", folder: scratch.path, environment: environment.merging(variables) { $1 })
        #expect(try await publisher.publish(BuiltSite(at: scratch.path.appending("site"))).added == 2)
        #expect(try await git(["--git-dir=work/.git", "config", "--list", "--local"]).contains("gc.auto") == false)
        #expect(Files.kind(of: scratch.path.appending("work/.git/index")) == nil)
    }

    @Test func `a hand that forged the manifest on the branch removes only what is there`() async throws {
        try await pushByHand("-- .sitegen-manifest --\n../x\n/etc/passwd\ngone.html\nold.html\n-- old.html --\nold\n", startingAt: "")
        let summary = try await publish("-- index.html --\n1\n")
        #expect(summary.removed == 1 && summary.added == 1)
        #expect(try await remote("ls-tree", "-r", "--name-only", "pages") == ".nojekyll\n.sitegen-manifest\nindex.html")
    }
}
