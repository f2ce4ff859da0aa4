import AgentRuns
import Files

/// The files of an import by what runs know of them: a path from the imported folder, and a hash where several have that path.
struct FoundFiles {
    private let byPath: [String: [FoundFile]]

    init(_ files: [FoundFile]) {
        byPath = Dictionary(grouping: files, by: \.relative)
    }

    func file(of source: SourceFile) -> FoundFile? {
        guard let files = byPath[source.path], let first = files.first, files.count > 1 else { return byPath[source.path]?.first }
        return files.first { file in
            guard let bytes = file.state?.bytes ?? (try? Files.read(file.path)) else { return false }
            return SourceFile(path: "", content: bytes).sha256 == source.sha256
        } ?? first
    }
}
