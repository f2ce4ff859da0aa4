/// How tools lay out the results of several benchmarks in folders.
enum ServingLayout {
    /// Names that a tool gives to every result, so that only the folder tells one from another.
    private static let fixedNames: Set<String> = ["profile_export_aiperf", "profile_export_genai_perf", "mlperf_log_summary", "benchmarks"]

    /// Suite and id of the one result of a file.
    ///
    /// - Parameter stem: the file's name without its suffix.
    static func identity(folder: Place, stem: String) -> RunIdentity {
        // A folder that was itself imported has none above it that may be named.
        guard !folder.relative.isEmpty else { return RunIdentity(folder: folder, file: stem) }
        if fixedNames.contains(stem) { return RunIdentity(folder: folder.parent, file: folder.name) }
        // vLLM's sweeps: `SERVE--tp=2-BENCH--max_concurrency=8/run=0.json`.
        if stem.hasPrefix("run="), folder.name.contains("BENCH--") { return RunIdentity(folder: folder.parent, file: "\(folder.name)-\(stem)") }
        return RunIdentity(folder: folder, file: stem)
    }
}
