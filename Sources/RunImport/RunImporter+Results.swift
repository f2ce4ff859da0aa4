public import AgentRuns
public import Diagnostics
import Files
public import SystemPackage

extension RunImporter {
    /// Reads results that are to be judged and not stored: recorded files, folders of them, and content folders that `sitegen run` filled.
    ///
    /// - Returns: the runs, which ids of two paths may share, and what is wrong; a path that gives no run is an error.
    public func readResults(at paths: [FilePath], jobs: Int) async -> (runs: [Run], diagnostics: [Diagnostic]) {
        var results: (runs: [Run], diagnostics: [Diagnostic]) = ([], [])
        for path in paths {
            let (runs, problems) = await readResults(at: path, jobs: jobs)
            results.runs += runs
            results.diagnostics += problems
        }
        return results
    }

    private func readResults(at path: FilePath, jobs: Int) async -> (runs: [Run], diagnostics: [Diagnostic]) {
        if Files.kind(of: path.appending("runs")) == .directory {
            let library = await RunStore(content: path).load(jobs: jobs)
            if !library.runs.isEmpty { return (library.runs, library.diagnostics) }
        }
        let reading = await readRuns(at: [path], options: ImportOptions(jobs: jobs))
        let runs = reading.runs.map(\.run)
        var problems = reading.diagnostics
        let reasons = reading.reasons
        if runs.isEmpty, !problems.contains(where: { $0.severity == .error }) {
            let hint = reasons.isEmpty ? "; name the file that a benchmark wrote" : ": \(reasons)"
            problems.append(.error("no run was found here\(hint)", at: SourceLocation(path.string)))
        } else if !reasons.isEmpty {
            problems.append(.note("not every file gave a run: \(reasons)", at: SourceLocation(path.string)))
        }
        return (runs, problems)
    }
}

extension ImportReading {
    private static let namedFiles = 3

    /// The first files that gave no run, each with its reason.
    fileprivate var reasons: String {
        let named = skipped.prefix(Self.namedFiles).map { "\($0.path) (\($0.reason))" }
        let rest = skipped.count - named.count
        return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
