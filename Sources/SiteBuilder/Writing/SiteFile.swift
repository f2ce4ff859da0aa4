public import Bytes

/// One file of a site: where it goes, and its bytes.
public struct SiteFile: Sendable, Hashable {
    /// Relative to the output folder, with forward slashes: `runs/index.html`.
    public var path: String
    public var bytes: ByteBuffer

    public init(path: String, bytes: ByteBuffer) {
        self.path = path
        self.bytes = bytes
    }
}
