import Foundation

/// The `cmark-gfm` command, which says what GitHub Flavored Markdown means.
enum CmarkGFM {
    static let command: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(fileURLWithPath: String($0)).appending(path: "cmark-gfm") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    static var isInstalled: Bool { command != nil }

    static func html(_ markdown: [UInt8], options: [String] = []) throws -> [UInt8] {
        let process = Process()
        let output = Pipe()
        let file = FileManager.default.temporaryDirectory.appending(path: "sitegen-markdown-\(UUID().uuidString).md")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(markdown).write(to: file)
        process.executableURL = command
        process.arguments = ["-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"] + options + [file.path]
        process.standardOutput = output
        try process.run()
        let html = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(html)
    }
}
