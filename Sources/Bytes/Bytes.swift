/// A growing run of UTF-8 bytes: what every page, chart and file is written into.
///
/// Text goes in as bytes and stays bytes until it reaches a file, so nothing on the way is decoded, normalised or copied twice.
public struct ByteBuffer: Sendable, Hashable {
    public private(set) var bytes: [UInt8]

    public init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    public var count: Int { bytes.count }
    public var isEmpty: Bool { bytes.isEmpty }

    /// The bytes as text; invalid UTF-8 is repaired. For messages and tests, not for hot paths.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { appendRaw($0) }
    }

    /// Appends text as it is, without escaping.
    public mutating func append(text: some StringProtocol) {
        appendRaw(text.utf8)
    }

    public mutating func append(byte: UInt8) {
        appendRaw(CollectionOfOne(byte))
    }

    public mutating func append(_ other: ByteBuffer) {
        appendRaw(other.bytes)
    }

    /// Appends bytes as they are, without escaping.
    public mutating func appendRaw(_ raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    /// Drops everything and keeps the storage, so that one buffer can serve many pages.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
