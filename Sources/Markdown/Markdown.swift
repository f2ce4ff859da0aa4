import Bytes
import CCmark
import Diagnostics

/// A parsed Markdown document: libcmark's tree, which it frees, with the extensions of GitHub Flavored Markdown found in it.
///
/// Bytes go in as they are; nothing about them is trusted. Reading and rendering take time in proportion to their number.
public struct MarkdownDocument: ~Copyable {
    private let root: OpaquePointer?
    private let frontMatter: ArraySlice<UInt8>
    /// What stands behind the front matter.
    private let source: [UInt8]
    private let firstLine: Int
    private let lowered: LoweredSource
    private let extensions: MarkdownExtensions

    /// Parses a document, or a part of one.
    ///
    /// - Parameter firstLine: the number of the source's first line in the whole file, for headings and diagnostics.
    public init(parsing source: some Sequence<UInt8>, extensions: MarkdownExtensions = .gfm, firstLine: Int = 1) {
        let whole = Array(source)
        let found = extensions.contains(.frontMatter) ? FrontMatterBlock(atTopOf: whole) : nil
        frontMatter = found?.text ?? []
        self.source = found.map { Array($0.rest) } ?? whole
        self.extensions = extensions
        self.firstLine = firstLine + (found?.lineCount ?? 0)
        lowered =
            extensions.contains(.gfm)
            ? SourceLowering.lower(self.source.withoutNUL, strikingTildes: extensions.contains(.onlyDoubleTildes) ? 2...2 : 1...2)
            : LoweredSource(bytes: self.source, marks: MarkNames(unusedIn: []))
        root = lowered.bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
        }
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    /// Appends the document as HTML.
    @discardableResult
    public borrowing func render(_ rendering: MarkdownRendering, into output: inout ByteBuffer) -> RenderingReport {
        guard let root else { return RenderingReport() }
        switch rendering {
        case .plain:
            var walker = walker(PlainRenderer(appendingTo: Self.take(&output)))
            walker.walk(root)
            output = walker.visitor.output
            return RenderingReport()
        case .page(let options):
            var collector = walker(HeadingCollector())
            collector.walk(root)
            let places = SourcePlaces(source, firstLine: firstLine)
            var walker = walker(PageRenderer(options, extent: collector.visitor, places: places, appendingTo: Self.take(&output)))
            if !frontMatter.isEmpty { walker.visitor.add(frontMatter: frontMatter) }
            walker.walk(root)
            walker.visitor.report.wordCount = walker.visitor.words.count
            output = walker.visitor.output
            return walker.visitor.report
        }
    }

    private borrowing func walker<Visitor: MarkdownVisitor>(_ visitor: Visitor) -> DocumentWalker<Visitor> {
        DocumentWalker(lowered, firstLine: firstLine, findsEmail: extensions.contains(.gfm), visitor: visitor)
    }

    /// Moves a buffer out, so that the renderer appends to it in place.
    private static func take(_ buffer: inout ByteBuffer) -> ByteBuffer {
        var taken = ByteBuffer()
        swap(&taken, &buffer)
        return taken
    }
}

extension [UInt8] {
    /// The bytes with U+FFFD for every NUL, as CommonMark wants it.
    fileprivate var withoutNUL: [UInt8] {
        guard contains(0) else { return self }
        return flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
}
