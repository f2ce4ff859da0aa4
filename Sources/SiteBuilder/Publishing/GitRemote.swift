import Files
import Platform
import SystemPackage

/// Another repository as git finds it: a path, a URL, or what the repository around a folder calls by a name.
struct GitRemote: Sendable, Hashable {
    /// As the user gave it, without a password: for messages.
    let name: String
    let fetchURL: String
    let pushURL: String

    init(name: String, fetchURL: String, pushURL: String? = nil) {
        self.name = Self.withoutCredentials(name)
        self.fetchURL = fetchURL
        self.pushURL = pushURL ?? fetchURL
    }

    /// Finds out what a user means by a remote.
    ///
    /// - Parameter git: runs in the folder that names and relative paths are relative to.
    static func resolve(_ remote: String, in git: Git) async throws(PublishError) -> GitRemote {
        guard !remote.isEmpty, !remote.hasPrefix("-"), !remote.utf8.contains(where: { $0 < 0x20 }) else {
            throw .unsuitableTarget("'\(remote)' is no remote; give a path, a URL, or the name of a remote of this repository")
        }
        if let url = try await git.configured("remote.\(remote).url") {
            let root = try await git.run(["rev-parse", "--show-toplevel"])
            let base = root.succeeded && !root.text.isEmpty ? FilePath(root.text) : git.folder
            let pushURL = try await git.configured("remote.\(remote).pushurl")
            return GitRemote(name: remote, fetchURL: absolute(url, base), pushURL: pushURL.map { absolute($0, base) })
        }
        return GitRemote(name: remote, fetchURL: absolute(remote, git.folder))
    }

    /// A relative path made absolute, since git is to run elsewhere; anything else as it is.
    private static func absolute(_ url: String, _ base: FilePath) -> String {
        let path = base.pushing(FilePath(url))
        guard !url.hasPrefix("/"), Files.kind(of: path) != nil, let resolved = realpath(path.string, nil) else { return url }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// `https://user:password@host/x` without the part before the host.
    private static func withoutCredentials(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let authority = url[scheme.upperBound...].prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound] + url[url.index(after: at)...])
    }
}
