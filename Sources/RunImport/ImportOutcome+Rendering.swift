public import Bytes
import JSON

extension ImportOutcome {
    /// The outcome without its diagnostics, for standard output: counts and reasons as text, or one JSON object.
    public func render(as rendering: Rendering) -> ByteBuffer {
        var output = ByteBuffer()
        switch rendering {
        case .text: renderText(into: &output)
        case .json:
            json.write(into: &output)
            output.append("\n")
        }
        return output
    }

    private var json: JSON {
        .object([
            "new": .array(new.map(JSON.string)), "unchanged": .array(unchanged.map(JSON.string)), "updated": .array(updated.map(JSON.string)),
            "skipped": .array(skipped.map { .object(["path": .string($0.path), "reason": .string($0.reason)]) }),
            "errors": .number(errorCount),
        ])
    }

    /// How many skipped files are named for each reason.
    private static let namedFiles = 5

    private func renderText(into output: inout ByteBuffer) {
        let reasons = Dictionary(grouping: skipped, by: \.reason).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        for (reason, files) in reasons {
            output.append(text: "skipped \(files.count): \(reason)\n")
            for file in files.prefix(Self.namedFiles) { output.append(text: "  \(file.path)\n") }
            if files.count > Self.namedFiles { output.append(text: "  … and \(files.count - Self.namedFiles) more\n") }
        }
        let counts = "\(new.count) new, \(unchanged.count) unchanged, \(updated.count) updated, \(skipped.count) skipped"
        output.append(text: "\(counts), \(errorCount) \(errorCount == 1 ? "error" : "errors")\n")
    }
}
