import AgentRuns
import Diagnostics
import Files
import JSON
import SystemPackage

/// Reads one file: enough of it to see that it is text, then the rest, then the fragment that its format makes of it.
struct FileReader: Sendable {
    let formats: [AnyImportFormat]
    let keepsPrivateData: Bool

    struct Result: Sendable {
        /// What the file gives, by the place of the format.
        var fragments: [(format: Int, fragment: any Sendable)] = []
        var skipped: SkippedFile?
        var diagnostics: [Diagnostic] = []
    }

    func read(_ found: FoundFile) -> Result {
        do throws(FileError) {
            if let state = found.state {
                return unreadable(found, head: Array(state.bytes.prefix(FileHead.length))) ?? read(found, bytes: state.bytes)
            }
            let head = try Self.head(of: found.path)
            if let result = unreadable(found, head: head) { return result }
            return read(found, bytes: head.count < FileHead.length ? head : try Files.read(found.path))
        } catch {
            return Result(diagnostics: [error.diagnostic])
        }
    }

    func read(_ found: FoundFile, bytes stored: [UInt8]) -> Result {
        let source = SourceFile(path: found.relative, content: stored)
        let bytes = TextEncoding.utf8(stored)
        let isNamedJSON = found.name.lowercased().hasSuffix(".json")
        var recorded: RecordedJSON?
        if isNamedJSON || Self.opensJSON(bytes.prefix(FileHead.length)) {
            recorded = JSON.recorded(parsing: bytes, skimming: Self.skimmedKeys)
        }
        var head = FileHead(name: found.name, bytes: bytes, recorded: recorded)
        if recorded == nil || recorded?.failure != nil {
            let text = RecordedText(bytes, tables: ServingReader.knownTables, skimming: Self.skimmedKeys)
            if let recorded, let failure = recorded.failure, refuses(found, text, recorded) { return broken(found, failure, recorded, bytes) }
            head = FileHead(name: found.name, bytes: bytes, text: text)
        }
        let file = ImportedFile(path: found.path.string, folder: found.folder, head: head, source: source, keepsPrivateData: keepsPrivateData)
        guard let format = formats.firstIndex(where: { $0.serving == nil && $0.recognizes(head) }) else {
            return ServingReader(formats: formats).read(file) ?? unknown(found, recorded, bytes)
        }
        do throws(ImportError) {
            return Result(fragments: [(format, try formats[format].read(file))])
        } catch {
            return result(of: error, in: file)
        }
    }

    private func result(of error: ImportError, in file: ImportedFile) -> Result {
        switch error {
        case .notARun(let reason): Result(skipped: SkippedFile(path: file.source.path, reason: reason))
        case .broken(let message, let offset): Result(diagnostics: [file.diagnostic(.error, message, offset: offset)])
        }
    }

    /// Whether a text that opens like JSON and breaks off is refused as a whole: a data file in which something is broken, and one in which a
    /// version control system has left both sides of a conflict. A text of something else, in which values stand between other lines, is none.
    private func refuses(_ found: FoundFile, _ text: RecordedText, _ recorded: RecordedJSON) -> Bool {
        let isConflict = Self.isConflict(text.shown)
        guard Self.jsonSuffixes.contains(FileHead.suffix(of: found.name)) || isConflict else { return false }
        if isConflict { return holdsResults(found, before: recorded) || Self.jsonSuffixes.contains(FileHead.suffix(of: found.name)) }
        return !text.json.failures.isEmpty
            || !FoundValue.values(of: text).contains { value in formats.contains { $0.serving?.claims(value.json) == true } }
    }

    private static func isConflict(_ text: ShownText) -> Bool {
        (0..<text.count).contains { text[$0].opens(with: "<<<<<<< ") || text[$0].opens(with: ">>>>>>> ") }
    }

    /// What is to be said about a file that no format knows.
    ///
    /// Text that merely opens like JSON is no mistake.
    private func unknown(_ found: FoundFile, _ recorded: RecordedJSON?, _ bytes: [UInt8]) -> Result {
        guard let recorded, recorded.failure == nil else { return skip(found, Self.reason(forUnknown: found.name)) }
        if found.name.lowercased().hasSuffix(".json"), let objection = recorded.objection { return broken(found, objection, recorded, bytes) }
        return skip(found, LookAlike.reason(recorded.flattened) ?? nearMiss(recorded.flattened) ?? Self.reason(forUnknown: found.name))
    }

    /// Names the key that keeps a file from being of a format.
    private func nearMiss(_ records: [JSON]) -> String? {
        guard let keys = records.first(where: { $0.members != nil })?.keys else { return nil }
        for format in formats {
            guard let key = format.description.missingKey(in: keys) else { continue }
            return "JSON of no known format: like a result of \(format.name), but without the field '\(key)'"
        }
        return nil
    }

    private func holdsResults(_ found: FoundFile, before failed: RecordedJSON?) -> Bool {
        let head = FileHead(name: found.name, bytes: [], recorded: failed?.withoutFailure)
        return formats.contains { $0.recognizes(head) }
    }

    /// A file of a known format that is broken is an error; of anything else it is worth a warning only.
    private func broken(_ found: FoundFile, _ error: JSONError, _ recorded: RecordedJSON, _ bytes: [UInt8]) -> Result {
        var diagnostic = error.diagnostic(path: found.path.string, source: bytes)
        if isOfKnownFormat(found, error, recorded, bytes) { return Result(diagnostics: [diagnostic]) }
        diagnostic.severity = .warning
        return Result(skipped: SkippedFile(path: found.relative, reason: "broken JSON of no known format"), diagnostics: [diagnostic])
    }

    /// Whether a format knows what stands before the fault, or most of the keys that it looks for are there.
    private func isOfKnownFormat(_ found: FoundFile, _ error: JSONError, _ recorded: RecordedJSON, _ bytes: [UInt8]) -> Bool {
        if holdsResults(found, before: recorded) { return true }
        let part = BrokenJSON(bytes, failingAt: error.offset, skimming: Self.skimmedKeys)
        if let whole = part.whole, whole.failure == nil, holdsResults(found, before: whole) { return true }
        return formats.flatMap(\.description.signatures).contains { signature in
            let known = signature.intersection(part.keys).count
            return known > 1 && 2 * known >= signature.count
        }
    }

    /// Lists of every request or token, and the texts of prompts and answers, which no format keeps.
    private static let skimmedKeys: Set<String> = [
        "concurrencies", "cumulative_distribution_function", "generated_texts", "input_lens", "itls", "output_lens", "requests", "start_times",
        "ttfts",
    ]

    private static let jsonSuffixes: Set<String> = ["json", "jsonl", "ndjson"]

    private func skip(_ found: FoundFile, _ reason: String) -> Result {
        Result(skipped: SkippedFile(path: found.relative, reason: reason))
    }

    /// What is to be said about a file that no format could read: an empty one, and one that is no text.
    private func unreadable(_ found: FoundFile, head: [UInt8]) -> Result? {
        let suffix = FileHead.suffix(of: found.name)
        guard suffix != "json" else { return nil }
        if head.isEmpty {
            guard Self.textSuffixes.contains(suffix) else { return skip(found, "the file is empty") }
            return Result(diagnostics: [.warning("the file is empty", at: SourceLocation(found.path.string, line: 1, column: 1))])
        }
        return TextEncoding.utf8(head).contains(0) ? skip(found, "the file is no text in UTF-8 or UTF-16") : nil
    }

    private static let textSuffixes: Set<String> = ["csv", "md", "txt", "jsonl"]

    private static func opensJSON(_ head: ArraySlice<UInt8>) -> Bool {
        let first = head.dropFirst(head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func reason(forUnknown name: String) -> String {
        switch FileHead.suffix(of: name) {
        case "md": "not an agent run: a document without a program's figures of one"
        case "json", "jsonl", "ndjson": "JSON of no known format"
        case "csv": "a table of no known format"
        default: "no known format"
        }
    }

    /// The first bytes of a file; all of them where there are fewer.
    private static func head(of path: FilePath) throws(FileError) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(path, .readOnly)
            return try file.closeAfter {
                try [UInt8](unsafeUninitializedCapacity: FileHead.length) { buffer, count in
                    while count < FileHead.length {
                        let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                        if read == 0 { break }
                        count += read
                    }
                }
            }
        } catch {
            throw FileError(path: path, cause: error as? Errno ?? .ioError)
        }
    }
}
