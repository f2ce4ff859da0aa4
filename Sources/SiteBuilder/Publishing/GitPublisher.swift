import Files
import Platform
import SystemPackage

/// Publishes a site as one commit on a hosting branch, with only what changed and the branch's history kept.
///
/// Everything happens in a temporary repository without a working tree, so no checkout is touched, and nothing is ever
/// forced: where the branch moved in the meantime the push fails and the branch stays as it is. Files on the branch that
/// no publish put there, a `CNAME` for one, stay.
public struct GitPublisher: Sendable {
    public let remote: String
    public let branch: String
    /// The folder that relative paths and names of remotes belong to.
    let folder: FilePath
    let environment: [String: String?]

    /// - Parameters:
    ///   - remote: a path, a URL, or the name of a remote of the repository in the current folder.
    ///   - branch: the branch that the host serves; made with no history where there is none.
    public init(remote: String, branch: String) {
        self.init(remote: remote, branch: branch, folder: ".", environment: [:])
    }

    init(remote: String, branch: String, folder: FilePath, environment: [String: String?]) {
        self.remote = remote
        self.branch = branch
        self.folder = folder
        self.environment = environment
    }

    public func publish(_ site: BuiltSite) async throws(PublishError) -> PublishSummary {
        let git = Git(folder: folder, environment: environment)
        try await checkBranchName(git)
        let remote = try await GitRemote.resolve(remote, in: git)
        let temporary = try makeTemporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: temporary.string) }
        let repository = try await HostingRepository(at: temporary, remote: remote, branch: branch, like: git)
        let base = try await repository.fetch()
        let tree = try await SiteTree(of: site, over: base, in: repository.git)
        guard tree.id != base?.tree else { return PublishSummary(unchanged: tree.summary.unchanged) }
        var summary = tree.summary
        let commit = try await repository.commit(tree.id, onto: base, message: "Publish the site: \(summary.counts)")
        try await repository.push(commit, onto: base)
        summary.commit = commit
        return summary
    }

    private func checkBranchName(_ git: Git) async throws(PublishError) {
        let answer = branch.hasPrefix("-") || branch == "HEAD" ? nil : try await git.run(["check-ref-format", "--branch", branch])
        // Git reads `@{-1}` as the branch before this one and answers with that one's name.
        guard let answer, answer.succeeded, answer.text == branch else {
            throw .unsuitableTarget("'\(branch)' can't be the name of a branch")
        }
    }

    private func makeTemporaryFolder() throws(PublishError) -> FilePath {
        let folder = FilePath(FileManager.default.temporaryDirectory.path).appending("sitegen-publish-\(UUID().uuidString)")
        // Nobody else may read it: the repository's settings can hold credentials.
        guard mkdir(folder.string, 0o700) == 0 else {
            throw .failed("'\(folder)' could not be made: \(Errno(rawValue: errno).description.lowercased())")
        }
        return folder
    }
}
