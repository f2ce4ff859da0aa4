import AgentRuns
import Diagnostics
import Files
import JSON
import SystemPackage

/// Reads one file: enough of it to recognize its format, then the rest, then the fragment that it gives.
struct FileReader: Sendable {
    var formats: [AnyImportFormat]
    var keepsPrivateData: Bool

    struct Result: Sendable {
        enum Outcome: Sendable {
            case fragment(format: Int, any Sendable)
            case skipped(SkippedFile)
            case nothing
        }

        var outcome: Outcome
        var diagnostics: [Diagnostic] = []
    }

    func read(_ found: FoundFile) -> Result {
        do throws(FileError) {
            let head = try Self.head(of: found.entry.path)
            if let result = unreadable(found, head: head) { return result }
            let isJSON = found.name.lowercased().hasSuffix(".json") || Self.opensJSON(head)
            guard isJSON || recognizingFormat(FileHead(name: found.name, bytes: head, json: nil)) != nil else {
                return skip(found, Self.reason(forUnknown: found.name))
            }
            let bytes = head.count < FileHead.length ? head : try Files.read(found.entry.path)
            return read(found, bytes: bytes, isJSON: isJSON)
        } catch {
            return Result(outcome: .nothing, diagnostics: [error.diagnostic])
        }
    }

    private func read(_ found: FoundFile, bytes: [UInt8], isJSON: Bool) -> Result {
        var json: JSON?
        if isJSON {
            do throws(JSONError) {
                json = try JSON(parsing: bytes)
            } catch  where found.name.lowercased().hasSuffix(".json") {
                return Result(outcome: .nothing, diagnostics: [error.diagnostic(path: found.entry.path.string, source: bytes)])
            } catch {}
        }
        guard let format = recognizingFormat(FileHead(name: found.name, bytes: bytes, json: json)) else {
            return skip(found, Self.reason(forUnknown: found.name))
        }
        let file = ImportedFile(
            path: found.entry.path.string, name: found.name, folder: found.folder, bytes: bytes, json: json,
            source: SourceFile(path: found.entry.relative, content: bytes), keepsPrivateData: keepsPrivateData)
        do throws(ImportError) {
            return Result(outcome: .fragment(format: format, try formats[format].read(file)))
        } catch {
            switch error {
            case .notARun(let reason): return skip(found, reason)
            case .broken(let message, let offset):
                return Result(outcome: .nothing, diagnostics: [file.diagnostic(.error, message, offset: offset)])
            }
        }
    }

    private func recognizingFormat(_ head: FileHead) -> Int? {
        formats.firstIndex { $0.recognizes(head) }
    }

    private func skip(_ found: FoundFile, _ reason: String) -> Result {
        Result(outcome: .skipped(SkippedFile(path: found.entry.relative, reason: reason)))
    }

    /// What is to be said about a file that no format could read: an empty one, one in UTF-16, one that is no text.
    private func unreadable(_ found: FoundFile, head: [UInt8]) -> Result? {
        let suffix = FileHead(name: found.name, bytes: [], json: nil).suffix
        guard suffix != "json" else { return nil }
        let location = SourceLocation(found.entry.path.string, line: 1, column: 1)
        if head.isEmpty {
            guard Self.textSuffixes.contains(suffix) else { return skip(found, "the file is empty") }
            return Result(outcome: .nothing, diagnostics: [.warning("the file is empty", at: location)])
        }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            guard Self.textSuffixes.contains(suffix) else { return skip(found, "the file is no text in UTF-8") }
            return Result(outcome: .nothing, diagnostics: [.error("the file is UTF-16; save it as UTF-8", at: location)])
        }
        return head.contains(0) ? skip(found, "the file is no text in UTF-8") : nil
    }

    private static let textSuffixes: Set<String> = ["csv", "md", "txt", "jsonl"]

    private static func opensJSON(_ head: [UInt8]) -> Bool {
        let first = head.dropFirst(head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func reason(forUnknown name: String) -> String {
        switch FileHead(name: name, bytes: [], json: nil).suffix {
        case "md": "not an agent run: a document without a program's figures of one"
        case "json": "JSON of no known format"
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
