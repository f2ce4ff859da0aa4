import Bytes
import Markdown

/// The HTML of `--plain`.
func plain(_ source: some Sequence<UInt8>, extensions: MarkdownExtensions = .gfm) -> ByteBuffer {
    var output = ByteBuffer()
    MarkdownDocument(parsing: source, extensions: extensions).render(.plain, into: &output)
    return output
}

func plain(_ source: String, extensions: MarkdownExtensions = .gfm) -> String {
    plain(source.utf8, extensions: extensions).string
}

/// A document in a page, where `docs/…` are the files of the site.
func page(_ source: String, firstLine: Int = 1, change: (inout PageRendering) -> Void = { _ in }) -> (html: String, report: RenderingReport) {
    var options = PageRendering(path: "report.md") { target in
        target.destination.hasPrefix("docs/") ? .url("/files/" + target.destination) : .unresolved
    }
    change(&options)
    var output = ByteBuffer()
    let report = MarkdownDocument(parsing: source.utf8, extensions: .page, firstLine: firstLine).render(.page(options), into: &output)
    return (output.string, report)
}

/// A random source that gives the same numbers everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
