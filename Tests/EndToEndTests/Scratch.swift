import Foundation
import Testing

/// A folder of files that a test describes in one text, and the program run in it.
///
/// A line `-- path --` begins a file; what follows, up to the next such line, is its content.
final class Scratch {
    let folder: URL

    init(_ description: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appending(component: "sitegen-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var path: String?
        var lines: [Substring] = []
        func finish() throws {
            guard let path else { return }
            try write(lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n"), to: path)
        }
        let text = description.hasSuffix("\n") ? description.dropLast() : description[...]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /-- (.+) --/) {
                try finish()
                path = String(match.1)
                lines = []
            } else {
                lines.append(line)
            }
        }
        try finish()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }

    /// Every file below a folder with its bytes.
    func files(below path: String) throws -> [String: Data] {
        let root = folder.appending(path: path)
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
            let url = root.appending(path: name)
            if (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true { files[name] = try Data(contentsOf: url) }
        }
        return files
    }

    struct Result {
        let output: String
        let errors: String
        let exitCode: Int32
    }

    /// Runs the program in the folder.
    @discardableResult
    func sitegen(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = try Self.program()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "COLUMNS" }.merging(environment) { _, own in own }
        process.currentDirectoryURL = folder
        // Files and not pipes: a pipe that nobody empties while the program runs would stop it.
        let outputFile = folder.appending(component: ".stdout")
        let errorFile = folder.appending(component: ".stderr")
        for file in [outputFile, errorFile] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        return Result(
            output: try String(contentsOf: outputFile, encoding: .utf8), errors: try String(contentsOf: errorFile, encoding: .utf8),
            exitCode: process.terminationStatus)
    }

    /// The program beside the tests, where the build puts it.
    static func program() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<5 {
            let candidate = folder.appending(component: "sitegen")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        let built = URL(filePath: #filePath).appending(path: "../../../.build/debug/sitegen").standardized
        try #require(FileManager.default.isExecutableFile(atPath: built.path), "the program has to be built before its tests")
        return built
    }
}
