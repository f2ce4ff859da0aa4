/// How tools lay out the results of several benchmarks in folders.
enum ServingLayout {
    /// Names that a tool gives to every result, so that only the folder tells one from another.
    private static let fixedNames: Set<String> = ["profile_export_aiperf", "profile_export_genai_perf", "mlperf_log_summary", "benchmarks"]

    /// Suite and id of a result.
    ///
    /// - Parameters:
    ///   - stem: the file's name without its suffix.
    ///   - label: what tells the result from the others of its file; `nil` for the only one.
    static func identity(folder: Place, stem: String, label: String? = nil) -> RunIdentity {
        let depth = SweepFolder.depth(of: folder.relative)
        if depth > 0 {
            let above = Place(parts: folder.parts.dropLast(depth), rootDepth: folder.rootDepth)
            let file = label == nil && fixedNames.contains(stem) ? nil : stem
            return RunIdentity(suite: RunIdentity.suite(of: above), rest: folder.parts.suffix(depth) + [file, label].compactMap(\.self))
        }
        if let label { return RunIdentity(folder: folder.appending(stem), file: label) }
        // A folder that was itself imported has none above it that may be named.
        guard !folder.relative.isEmpty else { return RunIdentity(folder: folder, file: stem) }
        if fixedNames.contains(stem) { return RunIdentity(folder: folder.parent, file: folder.name) }
        // vLLM's sweeps: `SERVE--tp=2-BENCH--max_concurrency=8/run=0.json`.
        if stem.hasPrefix("run="), folder.name.contains("BENCH--") { return RunIdentity(folder: folder.parent, file: "\(folder.name)-\(stem)") }
        return RunIdentity(folder: folder, file: stem)
    }
}
