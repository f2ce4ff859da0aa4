import Bytes
import CCmark

/// A parsed Markdown document, which owns libcmark's tree and frees it.
public struct MarkdownDocument: ~Copyable {
    let root: OpaquePointer?
    let lowered: LoweredSource
    let extensions: MarkdownExtensions

    /// Parses bytes, which need be neither valid UTF-8 nor written by anybody well-meaning.
    public init(parsing source: some Sequence<UInt8>, extensions: MarkdownExtensions = .gfm) {
        let bytes = Array(source)
        lowered = extensions.contains(.gfm) ? SourceLowering.lower(bytes.withoutNUL) : LoweredSource(bytes: bytes, marks: MarkNames(unusedIn: []))
        self.extensions = extensions
        root = lowered.bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
        }
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    public func renderPlain(into output: inout ByteBuffer) {
        guard let root else { return }
        var walker = DocumentWalker(lowered, findsEmail: extensions.contains(.gfm), visitor: PlainRenderer(appendingTo: output))
        walker.walk(root)
        output = walker.visitor.output
    }
}

extension [UInt8] {
    /// The bytes with U+FFFD for every NUL, as CommonMark wants it.
    fileprivate var withoutNUL: [UInt8] {
        guard contains(0) else { return self }
        return flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
}
