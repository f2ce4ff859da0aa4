import AgentRuns
public import Bytes
public import Diagnostics
public import SystemPackage

/// A pattern for `--layout` that fits results as they lie in their folders, told from their paths and from what the results say themselves.
public struct LayoutProposal: Sendable {
    /// `nil` where no path says anything.
    public let pattern: String?
    /// How many of the results' files it fits.
    let fitting: [(path: String, match: PathLayout.Match)]
    let fileCount: Int
    /// Why results could not be read, where they could not.
    public let errors: [Diagnostic]

    init(for reading: ImportReading) {
        errors = reading.diagnostics.filter { $0.severity == .error }
        var models: [String: String] = [:]
        for run in reading.runs.map(\.run) {
            if let path = run.provenance.sources.first?.path { models[path] = models[path] ?? run.executions.lazy.compactMap(\.model).first }
        }
        let paths = Set(reading.runs.compactMap { $0.run.provenance.sources.first?.path }).sorted()
        let byDepth = Dictionary(grouping: paths.map { $0.split(separator: "/").map(String.init) }, by: \.count)
        let usual = byDepth.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }?.value ?? []
        let pattern = LayoutGuess(paths: usual, models: Set(models.values)).pattern
        let layout = pattern.flatMap { try? PathLayout($0) }
        self.pattern = layout?.pattern
        fitting = paths.compactMap { path in layout?.match(path: path.split(separator: "/").map(String.init)).map { (path, $0) } }
        fileCount = paths.count
    }

    /// The option to type, and what it would read from the first three paths.
    public func render() -> ByteBuffer {
        var output = ByteBuffer()
        guard let pattern else {
            output.append(
                text: fileCount == 0 ? "no results here, so no layout\n" : "the paths of these results say nothing that a layout could read\n")
            return output
        }
        output.append(text: "--layout '\(pattern)'\n\nfits \(fitting.count) of \(fileCount) files\n")
        for (path, match) in fitting.prefix(3) { output.append(text: "\n  \(path)\n    \(Self.words(match))\n") }
        return output
    }

    private static func words(_ match: PathLayout.Match) -> String {
        let date = match.date.map { date in ["date \(date.timestamp?.text ?? "'\(date.text)', which may be either")"] } ?? []
        let names = [("suite", match.suite), ("run", match.run)].compactMap { name, value in value.map { "\(name) \($0)" } }
        return (date + names + match.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }).joined(separator: ", ")
    }
}

extension RunImporter {
    /// Proposes a pattern for `--layout` for the results in some folders, and stores nothing.
    public func proposeLayout(at paths: [FilePath], options: ImportOptions = ImportOptions()) async -> LayoutProposal {
        LayoutProposal(for: await readRuns(at: paths, options: options))
    }
}
