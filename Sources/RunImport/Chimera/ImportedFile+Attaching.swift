import AgentRuns

extension ImportedFile {
    /// The file itself as the report of an agent; a name that is no Markdown file's is replaced.
    func report(slot: String, modelWritten: [ClosedRange<Int>], origin: AttachedReport.Origin = .file) -> AttachedReport {
        let isSafe = name.hasSuffix(".md") && isSafePath(name)
        let lines = modelWritten
        let kept = keepsPrivateData ? bytes : PrivateData.removed(from: bytes) { line in !lines.contains { $0.contains(line) } }
        return AttachedReport(slot: slot, name: isSafe ? name : "\(slot)_report.md", bytes: kept, modelWritten: modelWritten, origin: origin)
    }

    /// The file itself as a program's document about a run.
    var document: AttachedDocument {
        let isSafe = name.hasSuffix(".md") && isSafePath(name)
        let kept = keepsPrivateData ? bytes : PrivateData.removed(from: bytes)
        return AttachedDocument(name: isSafe ? name : "\(Slug.part(stem)).md", bytes: kept)
    }

    /// The file with its invalid bytes replaced.
    func repaired() -> ImportedFile {
        let head = FileHead(name: name, bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
        return ImportedFile(path: path, folder: folder, head: head, source: source, keepsPrivateData: keepsPrivateData)
    }
}
