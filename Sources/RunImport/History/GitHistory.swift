import AgentRuns
import Diagnostics
import Files
import GitRunning
import Platform
import SystemPackage

/// Every state that the files of a folder had, in the history of its git repository: along the first parents of HEAD, the oldest first.
///
/// A state is a file's bytes, whatever it is called: of a file that was renamed, copied or put back there is one state.
struct GitHistory: Sendable {
    private typealias Git = GitCommand<HistoryError>

    /// A state whose bytes were not read yet.
    private struct Change: Sendable {
        var commit: Commit
        var path: String
        var blob: String
        /// How many states of the path there were before.
        var ordinal: Int
        /// The blobs of files that can say a time, by path.
        var beside: [String: String]
    }

    private let git: Git
    private let root: FilePath
    private let base: Place
    private var changes: [Change] = []
    /// What the user should know of the repository.
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter path: a folder or a file in a repository, which need not be at the head of it any more.
    init(of path: FilePath) async throws(HistoryError) {
        let kind = Files.kind(of: path)
        guard kind != nil else { throw HistoryError(message: "no such file or directory") }
        root = kind == .directory ? path : path.removingLastComponent()
        base = Place(root: root)
        git = Git(folder: root.isEmpty ? "." : root)
        let place = try await git.run(["rev-parse", "--is-shallow-repository"])
        guard place.succeeded else {
            let isForeign = place.complaint.contains("dubious ownership")
            throw HistoryError(
                message: isForeign ? place.complaint : "this is in no git repository; leave out --git-history, or name a folder of a repository")
        }
        guard try await git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).succeeded else {
            throw HistoryError(message: "the repository has no commits")
        }
        if place.text == "true" {
            let message = "the clone is shallow: what its commits do not hold is not imported; 'git fetch --unshallow' gets the rest"
            diagnostics.append(.warning(message, at: SourceLocation(path.string)))
        }
        let name = kind == .directory ? "." : ":(literal)\(path.lastComponent?.string ?? "")"
        changes = Self.changes(inLog: try await git.require(Self.log + ["HEAD", "--", name]).bytes)
        if changes.isEmpty {
            diagnostics.append(
                .warning("no commit has a file here; without --git-history the files as they are now are read", at: SourceLocation(path.string)))
        }
    }

    /// Fields and paths end with a NUL; settings of the user that would change what git prints are laid aside.
    private static let log = [
        "-c", "log.showSignature=false", "-c", "log.follow=false", "log", "--first-parent", "-m", "--reverse", "--raw", "-z", "--no-abbrev",
        "--no-renames", "--relative", "--no-color", "--format=%x01%H%x00%aI",
    ]

    var count: Int { changes.count }
}

/// What git says of the states.
extension GitHistory {
    /// A time as git writes it, whose `+00:00` is `Z` everywhere else.
    private static func time(_ text: String) -> Timestamp? {
        Timestamp(text.hasSuffix("+00:00") ? text.dropLast(6) + "Z" : text[...])
    }

    private static func changes(inLog log: [UInt8]) -> [Change] {
        var changes: [Change] = []
        var seen: Set<String> = []
        var ordinals: [String: Int] = [:]
        var beside: [String: String] = [:]
        var fields = log.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }[...]
        var commit: Commit?
        var fresh = 0
        /// Files that a commit brings together are beside each other, whatever order they are listed in.
        func close() {
            for index in changes.indices.suffix(fresh) { changes[index].beside = beside }
            fresh = 0
        }
        while let field = fields.popFirst() {
            let text = field.drop { $0 == "\n" }
            if text.hasPrefix("\u{1}") {
                close()
                commit = fields.popFirst().flatMap(time).map { Commit(id: String(text.dropFirst()), time: $0) }
            } else if text.hasPrefix(":"), let path = fields.popFirst(), let commit {
                let parts = text.dropFirst().split(separator: " ").map(String.init)
                guard parts.count == 5, !path.split(separator: "/").dropLast().contains(where: { $0.hasPrefix(".") }) else { continue }
                let (mode, blob) = (parts[1], parts[3])
                if BesideFiles.isOne(String(path.split(separator: "/").last ?? "")) { beside[path] = mode.hasPrefix("100") ? blob : nil }
                guard mode.hasPrefix("100"), seen.insert(blob).inserted else { continue }
                changes.append(Change(commit: commit, path: path, blob: blob, ordinal: ordinals[path, default: 0], beside: [:]))
                ordinals[path, default: 0] += 1
                fresh += 1
            }
        }
        close()
        return changes
    }
}

/// The bytes of the states.
extension GitHistory {
    /// At most so many bytes of files are in the memory at once, unless one is larger.
    private static let mostBytes = 64 << 20

    /// Hands over the states of all files: first the first one of each, then the second ones, so that a file is known as it was before.
    func forEachBatch(_ take: ([FoundFile]) async -> Void) async throws(HistoryError) {
        let ordered = changes.enumerated().sorted { ($0.element.ordinal, $0.offset) < ($1.element.ordinal, $1.offset) }.map(\.element)
        let sizes = try await sizes(of: ordered.map(\.blob))
        let besideBlobs = Set(ordered.flatMap(\.beside.values)).sorted()
        let besideBytes = Dictionary(zip(besideBlobs, try await contents(of: besideBlobs)), uniquingKeysWith: { first, _ in first })
        var rest = ordered[...]
        while !rest.isEmpty {
            var size = 0
            let chunk = rest.prefix { change in
                size += sizes[change.blob] ?? 0
                return size <= Self.mostBytes
            }
            let taken = chunk.isEmpty ? rest.prefix(1) : chunk
            rest = rest.dropFirst(taken.count)
            let bytes = try await contents(of: taken.map(\.blob))
            var batch: [FoundFile] = []
            for (change, bytes) in zip(taken, bytes) {
                if let last = batch.last?.state, last.ordinal != change.ordinal {
                    await take(batch)
                    batch = []
                }
                batch.append(file(change, bytes, besideBytes))
            }
            await take(batch)
        }
    }

    private func file(_ change: Change, _ bytes: [UInt8], _ besideBytes: [String: [UInt8]]) -> FoundFile {
        let folders = change.path.split(separator: "/").dropLast().map(String.init)
        // The commit stands behind the name, because a file of that name may be another one by now, or gone.
        let path = root.appending(FilePath(change.path).components).string + "@" + change.commit.shortID
        let state = FileState(
            commit: change.commit, bytes: bytes, ordinal: change.ordinal, beside: change.beside.compactMapValues { besideBytes[$0] })
        return FoundFile(
            path: FilePath(path), relative: change.path, folder: Place(parts: base.parts + folders, rootDepth: base.rootDepth), state: state)
    }

    private func sizes(of blobs: [String]) async throws(HistoryError) -> [String: Int] {
        let lines = try await git.require(["cat-file", "--batch-check"], input: Array(blobs.map { $0 + "\n" }.joined().utf8)).text.split(
            separator: "\n")
        var sizes: [String: Int] = [:]
        for line in lines {
            let parts = line.split(separator: " ")
            if parts.count == 3 { sizes[String(parts[0])] = Int(parts[2]) }
        }
        return sizes
    }

    /// The bytes of each blob, in order; none where the repository lacks one.
    private func contents(of blobs: [String]) async throws(HistoryError) -> [[UInt8]] {
        guard !blobs.isEmpty else { return [] }
        let output = try await git.require(["cat-file", "--batch"], input: Array(blobs.map { $0 + "\n" }.joined().utf8)).bytes
        var rest = output[...]
        return blobs.map { _ in
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
            let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            rest = rest[(end + 1)...]
            guard head.count == 3, let size = Int(head[2]) else { return [] }
            let bytes = Array(rest.prefix(size))
            rest = rest.dropFirst(size + 1)
            return bytes
        }
    }
}
