import SystemPackage

/// A temporary bare repository that holds the newest commit of a hosting branch, and what goes on top of it.
struct HostingRepository: Sendable {
    let git: Git
    let remote: GitRemote
    let branch: String

    /// The commit that a publish goes on top of.
    struct Base: Sendable, Hashable {
        var commit: String
        var tree: String
    }

    /// Makes the repository, with the settings of the user's own one that reaching the remote may need.
    init(at folder: FilePath, remote: GitRemote, branch: String, like user: Git) async throws(PublishError) {
        self.remote = remote
        self.branch = branch
        let repository = folder.appending("repository.git")
        git = Git(folder: folder, repository: repository, environment: user.environment)
        _ = try await Git(folder: folder, environment: user.environment).require(["init", "--quiet", "--bare", "--template=", repository.string])
        // Tidying up in the background would outlive the folder.
        _ = try await git.require(["config", "gc.auto", "0"])
        _ = try await git.require(["config", "maintenance.auto", "false"])
        try await takeOverSettings(of: user)
    }

    /// Copies credentials, proxies and addresses, which a CI service writes into the checkout's settings, and the author's name.
    private func takeOverSettings(of user: Git) async throws(PublishError) {
        let pattern = #"^(http|credential|url|ssh|protocol)\.|^core\.sshcommand$"#
        let found = try await user.run(["config", "--local", "--includes", "--null", "--get-regexp", pattern])
        for entry in found.succeeded ? found.bytes.split(separator: 0) : [] {
            let parts = entry.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = parts.first, parts.count == 2 else { continue }
            _ = try await git.require(["config", "--add", String(decoding: key, as: UTF8.self), String(decoding: parts[1], as: UTF8.self)])
        }
        for (key, fallback) in [("user.name", "sitegen"), ("user.email", "sitegen@localhost")] {
            _ = try await git.require(["config", key, try await user.configured(key) ?? fallback])
        }
    }

    /// Fetches the branch's newest commit; `nil` where the remote has no such branch.
    func fetch() async throws(PublishError) -> Base? {
        guard let commit = try await remoteCommit() else { return nil }
        let arguments = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head"]
        let from = ["--", remote.fetchURL, "+refs/heads/\(branch):refs/heads/published"]
        var fetched = try await git.run(arguments + ["--depth=1"] + from)
        // A remote that serves plain files can't cut the history short.
        if !fetched.succeeded { fetched = try await git.run(arguments + from) }
        guard fetched.succeeded else { throw unreachable(fetched.complaint) }
        let ids = try await git.require(["rev-parse", "refs/heads/published", "refs/heads/published^{tree}"]).text.split(separator: "\n")
        guard ids.count == 2 else { throw .failed("the branch '\(branch)', fetched at \(commit), could not be read") }
        return Base(commit: String(ids[0]), tree: String(ids[1]))
    }

    func commit(_ tree: String, onto base: Base?, message: String) async throws(PublishError) -> String {
        let parent = base.map { ["-p", $0.commit] } ?? []
        return try await git.require(["commit-tree", tree] + parent + ["-m", message]).text
    }

    /// Pushes a commit, never by force.
    func push(_ commit: String, onto base: Base?) async throws(PublishError) {
        let pushed = try await git.run(["push", "--porcelain", "--", remote.pushURL, "\(commit):refs/heads/\(branch)"])
        if pushed.succeeded { return }
        // In the porcelain form a line that begins with an exclamation mark is an answer of the remote; without one there was none.
        guard pushed.text.split(separator: "\n").contains(where: { $0.hasPrefix("!") }) else { throw unreachable(pushed.complaint) }
        if try await remoteCommit() != base?.commit {
            throw .refusedByRemote(
                "the branch '\(branch)' of '\(remote.name)' changed while this site was being published, so the push was rejected "
                    + "and the branch stays as it is; publish again to put this site on top of it")
        }
        throw .refusedByRemote("'\(remote.name)' rejected the push to '\(branch)', and the branch stays as it is: \(pushed.complaint)")
    }

    /// The commit that the branch points at on the other side.
    private func remoteCommit() async throws(PublishError) -> String? {
        let reference = "refs/heads/\(branch)"
        let listed = try await git.run(["ls-remote", "--", remote.fetchURL, reference])
        guard listed.succeeded else { throw unreachable(listed.complaint) }
        let lines = listed.text.split(separator: "\n").map { $0.split(separator: "\t") }
        return lines.first { $0.count == 2 && $0[1] == reference }.map { String($0[0]) }
    }

    private func unreachable(_ complaint: String) -> PublishError {
        .refusedByRemote("'\(remote.name)' can't be reached, or doesn't let you in: \(complaint)")
    }
}
