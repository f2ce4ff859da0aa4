import Diagnostics
import JSON

/// Reads the results of serving tools in a file, each tool's own.
///
/// A value of JSON belongs to the first format that claims it; in a text each format finds what is its own. What one of them can't read takes
/// nothing from the others.
struct ServingReader {
    private let formats: [AnyImportFormat]

    init(formats: [AnyImportFormat]) { self.formats = formats }

    /// Every tool, also those that were not asked for.
    private static let tools: [any ServingFormat.Type] = [any ImportFormat].all.compactMap { ($0 as? any ServingFormat).map { type(of: $0) } }

    /// The name of a tool by its title: `llmperf` for `LLMPerf`.
    static func toolName(titled title: String) -> String? { tools.first { $0.title == title }?.name }

    /// The columns of the tables of every tool.
    static let knownTables: [Set<String>] = tools.flatMap { $0.tables }

    /// What has been found in one file so far.
    private struct Reading {
        var parts: [(format: Int, part: ServingPart)] = []
        var diagnostics: [Diagnostic] = []
        var reasons: [String] = []
        /// The tools of which something is there.
        var titles: [String] = []
    }

    /// The fragments of every format that has results in the file; `nil` where there is nothing that looks like one.
    func read(_ file: ImportedFile) -> FileReader.Result? {
        let values = file.records.isEmpty ? FoundValue.values(of: file.text) : file.records.map { FoundValue(json: $0) }
        let owned = Dictionary(grouping: values) { value in formats.firstIndex { $0.serving?.claims(value.json) == true } }
        var reading = Reading()
        for (index, format) in formats.enumerated() {
            guard let serving = format.serving else { continue }
            read(file, by: serving, at: index, values: owned[index] ?? [], into: &reading)
        }
        let unknown = UnknownResults.findings(in: file.text, formats: formats) { columns in Self.tools.contains { $0.owns(columns) } }
        reading.diagnostics += unknown.diagnostics(of: file)
        if !file.records.isEmpty, let foreign = owned[nil], !reading.titles.isEmpty {
            reading.diagnostics.append(leftOut(foreign, besides: reading.titles, in: file))
        }
        guard !reading.titles.isEmpty || !reading.diagnostics.isEmpty else { return nil }
        return result(of: reading, file)
    }

    private func read(
        _ file: ImportedFile, by serving: some ServingFormat, at index: Int, values: [FoundValue], into reading: inout Reading
    ) {
        do throws(ImportError) {
            let part = try serving.part(of: file, values: values)
            guard part.isFound else { return }
            reading.diagnostics += part.fragment.diagnostics
            if let reason = part.emptyReason { reading.reasons.append(reason) }
            reading.parts.append((index, part))
        } catch {
            switch error {
            case .notARun(let reason): reading.reasons.append(reason)
            case .broken(let message, let offset): reading.diagnostics.append(file.diagnostic(.error, message, offset: offset))
            }
        }
        reading.titles.append(type(of: serving).title)
    }

    private func result(of reading: Reading, _ file: ImportedFile) -> FileReader.Result {
        let whole = reading.parts.filter { !$0.part.fragment.records.isEmpty }
        var result = FileReader.Result(diagnostics: reading.diagnostics)
        result.fragments = whole.map { format, part in
            var fragment = part.fragment
            fragment.diagnostics = []
            fragment.sharesFile = whole.count > 1
            return (format, fragment)
        }
        if !whole.isEmpty {
            result.diagnostics += reading.parts.flatMap(\.part.refusals)
        } else if let reason = reading.reasons.first {
            result.skipped = SkippedFile(path: file.source.path, reason: reason)
        } else if !reading.diagnostics.contains(where: { $0.severity == .error }) {
            result.skipped = SkippedFile(path: file.source.path, reason: "results of a tool that is not known")
        }
        return result
    }

    private func leftOut(_ foreign: [FoundValue], besides titles: [String], in file: ImportedFile) -> Diagnostic {
        let count = foreign.count == 1 ? "a value is" : "\(foreign.count) values are"
        let message = "\(count) left out, which no result of \(titles.joined(separator: " or ")) would be"
        return file.diagnostic(.warning, message, offset: foreign.first?.json.offset ?? 0)
    }
}
