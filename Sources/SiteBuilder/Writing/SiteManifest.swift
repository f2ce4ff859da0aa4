import Files
import SystemPackage

/// The paths that this program wrote into a folder: one a line, in byte order.
///
/// Only what stands here is ever replaced or removed, so that a file which a user put into the folder stays.
struct SiteManifest: Sendable, Hashable {
    static let name = ".sitegen-manifest"

    private(set) var paths: Set<String>

    init(_ paths: some Sequence<String>) {
        self.paths = Set(paths)
    }

    /// Reads a manifest's bytes; a line that is no safe path is left out, so that a forged manifest can't reach outside the folder.
    init(bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { String(validating: $0, as: UTF8.self) }
        self.init(lines.filter { SitePath.problem(in: $0) == nil })
    }

    /// The manifest of a folder; `nil` where this program never wrote one.
    init?(in folder: FilePath) throws(FileError) {
        let path = folder.appending(Self.name)
        guard Files.kind(of: path) == .file else { return nil }
        self.init(bytes: try Files.read(path))
    }

    var sorted: [String] { paths.sorted(by: SitePath.precedes) }

    var bytes: [UInt8] { Array(sorted.map { $0 + "\n" }.joined().utf8) }

    func contains(_ path: String) -> Bool { paths.contains(path) }
}
