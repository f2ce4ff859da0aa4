import AgentRuns
import Foundation
import RunImport
import SystemPackage

/// A folder with files written in a test, removed when the test lets go of it.
final class Scratch {
    let root: FilePath

    /// - Parameter files: several files in one text, each below a line `-- path --`.
    init(_ files: String = "") throws {
        let url = FileManager.default.temporaryDirectory.appending(component: "import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        root = FilePath(url.path)
        var path: String?
        var lines: [String] = []
        func close() throws {
            if let path { try write(Array(lines.joined(separator: "\n").utf8), to: path) }
            lines = []
        }
        for line in files.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                try close()
                path = String(line.dropFirst(3).dropLast(3))
            } else {
                lines.append(line)
            }
        }
        try close()
    }

    deinit { try? FileManager.default.removeItem(atPath: root.string) }

    func path(_ name: String) -> FilePath { root.appending(FilePath(name).components) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = path(name)
        try FileManager.default.createDirectory(atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file.string))
    }

    /// Reads the runs of a folder of the scratch, `in` unless another is named.
    func read(_ name: String = "in", options: ImportOptions = ImportOptions()) async -> ImportReading {
        await RunImporter().readRuns(at: [path(name)], options: options)
    }
}

extension ImportReading {
    var executions: [AgentExecution] { runs.flatMap(\.run.executions) }

    var messages: [String] { diagnostics.map(\.message) }

    func run(_ id: String) -> Run? { runs.first { $0.run.id == id }?.run }
}

extension AgentExecution {
    subscript(metric: MetricID) -> Double? { metrics[metric]?.headline }
}
