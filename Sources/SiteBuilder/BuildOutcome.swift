import Bytes
public import Diagnostics
import JSON
import Platform

/// What a build did and what it found.
public struct BuildOutcome: Sendable {
    public var diagnostics: [Diagnostic] = []
    public var pages = 0
    public var written = WriteSummary()
    /// Wall-clock seconds of each stage.
    public var seconds: [String: Double] = [:]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The figures as one JSON object, for machines.
    public var statistics: String {
        var output = ByteBuffer()
        JSON.object([
            .init("pages", .number(pages)), .init("written", .number(written.written)), .init("unchanged", .number(written.unchanged)),
            .init("removed", .number(written.removed)), .init("bytes", .number(written.bytes)),
            .init("seconds", .object(seconds.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) })),
            .init("peak_rss_bytes", .number(Self.peakMemory)),
        ]).writeLine(into: &output)
        return output.string
    }

    /// One line for people: `312 pages, 40 files written, 272 unchanged, 3 removed, 0.41 s`.
    public var summary: String {
        let total = seconds.values.reduce(0, +)
        return "\(pages) pages, \(written.written) files written, \(written.unchanged) unchanged, \(written.removed) removed, "
            + String((total * 100).rounded() / 100) + " s"
    }

    /// The most memory that the process has held, in bytes.
    private static var peakMemory: Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
