import Files
import SystemPackage

/// The git tree of a branch with a site laid over it.
struct SiteTree: Sendable {
    let id: String
    /// How it differs from the branch's tree, counted in the site's files.
    let summary: PublishSummary

    /// Writes the tree's objects: blobs for files that differ, and everything else as it stands on the branch.
    init(of site: BuiltSite, over base: HostingRepository.Base?, in git: Git) async throws(PublishError) {
        let present = try await Self.entries(of: base, in: git)
        let published = try await Self.publishedManifest(in: present, git)
        let paths = site.manifest.sorted + [SiteManifest.name]
        let fresh = zip(paths, try await Self.blobs(of: paths, in: site.folder, storing: false, git)).map(Entry.init(path:blob:))
        let changes = fresh.filter { present[$0.path] != $0 }
        let orphans = SiteManifest(published.paths.subtracting(paths)).sorted.filter { present[$0] != nil && $0 != Self.noJekyll }

        _ = try await Self.blobs(of: changes.map(\.path), in: site.folder, storing: true, git)
        var index = orphans.map { "0 \(Entry.absent)\t\($0)\0" } + changes.map { "\(Entry.plainFile) \($0.blob)\t\($0.path)\0" }
        if present[Self.noJekyll] == nil, !site.manifest.contains(Self.noJekyll) {
            let empty = try await git.require(["hash-object", "-w", "--stdin"]).text
            index.append("\(Entry.plainFile) \(empty)\t\(Self.noJekyll)\0")
        }
        _ = try await git.require(["read-tree", base?.commit ?? "--empty"])
        _ = try await git.require(["update-index", "--add", "--replace", "-z", "--index-info"], input: Array(index.joined().utf8))
        id = try await git.require(["write-tree"]).text

        let changedPages = changes.filter { $0.path != SiteManifest.name }
        let added = changedPages.filter { present[$0.path] == nil }.count
        summary = PublishSummary(
            added: added, changed: changedPages.count - added, removed: orphans.count,
            unchanged: site.manifest.paths.count - changedPages.count)
    }

    /// A host that runs Jekyll would leave out every file whose name begins with an underscore.
    private static let noJekyll = ".nojekyll"

    private struct Entry: Hashable {
        var path: String
        var blob: String
        var mode = plainFile

        init(path: String, blob: String) {
            self.path = path
            self.blob = blob
        }

        /// Reads `<mode> <type> <object>\t<path>`.
        init?(listed line: [UInt8].SubSequence) {
            guard let text = String(validating: line, as: UTF8.self), let tab = text.utf8.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let fields = text[..<tab].split(separator: " ")
            guard fields.count == 3 else { return nil }
            self.init(path: String(text[text.utf8.index(after: tab)...]), blob: String(fields[2]))
            mode = String(fields[0])
        }

        static let plainFile = "100644"
        /// The object name that tells the index to forget a path.
        static let absent = String(repeating: "0", count: 40)
    }

    private static func entries(of base: HostingRepository.Base?, in git: Git) async throws(PublishError) -> [String: Entry] {
        guard let base else { return [:] }
        let listed = try await git.require(["ls-tree", "-r", "-z", "--full-tree", base.commit])
        let entries = listed.bytes.split(separator: 0).compactMap(Entry.init(listed:))
        return Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func publishedManifest(in present: [String: Entry], _ git: Git) async throws(PublishError) -> SiteManifest {
        guard let entry = present[SiteManifest.name] else { return SiteManifest([]) }
        return SiteManifest(bytes: try await git.require(["cat-file", "blob", entry.blob]).bytes)
    }

    /// The object names of files' bytes as they are, with no filter that a user's settings might ask for.
    private static func blobs(of paths: [String], in folder: FilePath, storing: Bool, _ git: Git) async throws(PublishError) -> [String] {
        guard !paths.isEmpty else { return [] }
        var git = git
        git.folder = folder
        // The dot in front keeps a name that begins with a quotation mark from being read as a quoted one.
        let input = paths.map { "./\($0)\n" }.joined()
        let arguments = ["hash-object", "--no-filters", "--stdin-paths"] + (storing ? ["-w"] : [])
        let blobs = try await git.require(arguments, input: Array(input.utf8)).text.split(separator: "\n").map(String.init)
        guard blobs.count == paths.count else { throw .failed("git hash-object answered for \(blobs.count) of \(paths.count) files") }
        return blobs
    }
}
