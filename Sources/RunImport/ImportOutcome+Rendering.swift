public import Bytes
import JSON

extension ImportOutcome {
    /// The outcome without its diagnostics, for standard output: what was read and left as text, with the counts last, or one JSON object.
    ///
    /// - Parameter isWhole: names every file and suite; without it the first three of each.
    public func render(as rendering: Rendering, isWhole: Bool = false) -> ByteBuffer {
        var output = ByteBuffer()
        switch rendering {
        case .text: output.append(text: text(isWhole: isWhole))
        case .json:
            json.write(into: &output)
            output.append("\n")
        }
        return output
    }

    private var json: JSON {
        .object([
            "new": .array(new.map(JSON.string)), "unchanged": .array(unchanged.map(JSON.string)), "updated": .array(updated.map(JSON.string)),
            "read": .array(groups.map { .object(["format": .string($0.format), "runs": .number($0.runs), "suite": .string($0.suite)]) }),
            "skipped": .array(skipped.map { .object(["path": .string($0.path), "reason": .string($0.reason)]) }),
            "unfit": .array(unfit.map(JSON.string)), "next": next.map(JSON.string) ?? .null, "errors": .number(errorCount),
        ])
    }
}

/// The text, which fits a terminal of 80 columns.
extension ImportOutcome {
    private static let columns = 80
    /// How many suites, and files of one reason, are named.
    private static let named = 3

    private func text(isWhole: Bool) -> String {
        let limit = isWhole ? Int.max : Self.named
        var parts = [readLines(limit), skippedLines(limit), unfitLines(limit)].filter { !$0.isEmpty }
        if !isWhole, skipped.count + unfit.count > limit || groups.count > limit { parts.append(["--verbose names everything"]) }
        if let next { parts.append(["next: \(next)"]) }
        let counts = "\(new.count) new, \(unchanged.count) unchanged, \(updated.count) updated, \(skipped.count) skipped"
        let last = "\(counts), \(errorCount) \(errorCount == 1 ? "error" : "errors")"
        return (parts.flatMap(\.self) + [last]).map { $0 + "\n" }.joined()
    }

    private func readLines(_ limit: Int) -> [String] {
        let shown = groups.prefix(limit)
        let widths = (count: shown.map { "\($0.runs)".count }.max() ?? 0, format: shown.map(\.format.count).max() ?? 0)
        let lines = shown.map { group in
            let count = String(repeating: " ", count: widths.count - "\(group.runs)".count) + "\(group.runs)"
            let format = group.format + String(repeating: " ", count: widths.format - group.format.count)
            return Self.fitted("read \(count) of \(format) in \(group.suite)")
        }
        let rest = groups.dropFirst(shown.count)
        return rest.isEmpty ? lines : lines + ["… and \(rest.reduce(0) { $0 + $1.runs }) in \(rest.count) more suites"]
    }

    private func skippedLines(_ limit: Int) -> [String] {
        let reasons = Dictionary(grouping: skipped, by: \.reason).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return reasons.flatMap { reason, files in Self.wrapped("skipped \(files.count): \(reason)") + Self.list(files.map(\.path), limit) }
    }

    private func unfitLines(_ limit: Int) -> [String] {
        guard !unfit.isEmpty else { return [] }
        let files = unfit.count == 1 ? "1 file does" : "\(unfit.count) files do"
        return ["\(files) not fit the layout"] + Self.list(unfit, limit)
    }

    private static func list(_ paths: [String], _ limit: Int) -> [String] {
        let lines = paths.prefix(limit).map { fitted("  \($0)") }
        return paths.count > lines.count ? lines + ["  … and \(paths.count - lines.count) more"] : lines
    }

    /// A line that is too long loses its middle.
    private static func fitted(_ line: String) -> String {
        guard line.count > columns else { return line }
        let half = (columns - 1) / 2
        return "\(line.prefix(columns - 1 - half))…\(line.suffix(half))"
    }

    private static func wrapped(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + word.count < columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(lines.isEmpty ? String(word) : "    \(word)")
            }
        }
    }
}
