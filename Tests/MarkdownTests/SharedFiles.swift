import Foundation

/// Test data beside the package: example collections and real reports, which are not part of it.
enum SharedFiles {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SITEGEN_SHARED"] { return URL(fileURLWithPath: path) }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appending(path: "shared")
    }()

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }

    /// The objects of a JSON file that holds an array of them, with their string members.
    static func examples(_ path: String) throws -> [[String: String]] {
        let data = try Data(contentsOf: folder.appending(path: path))
        let objects = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
        return objects.map { $0.compactMapValues { $0 as? String } }
    }

    /// The Markdown files of the corpus and the seed reports, in a fixed order.
    static func reports() -> [URL] {
        var reports: [URL] = []
        for (subfolder, suffix) in [("corpus", "md"), ("seeds", "txt")] {
            let files = FileManager.default.enumerator(at: folder.appending(path: subfolder), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                if file.pathExtension == suffix { reports.append(file) }
            }
        }
        return reports.sorted { $0.path < $1.path }
    }
}
