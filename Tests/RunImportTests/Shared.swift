import Foundation
import JSON
import SystemPackage

/// The samples of the formats, which are kept outside of the repository.
enum Shared {
    static let folder: FilePath? = {
        let named = ProcessInfo.processInfo.environment["SITEGEN_SHARED"].map { FilePath($0) }
        let beside = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent().removingLastComponent()
            .appending("shared")
        return [named, beside].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0.appending("corpus").string) }
    }()

    static func path(_ name: String) throws -> FilePath {
        struct Missing: Error {}
        guard let folder else { throw Missing() }
        return folder.appending(FilePath(name).components)
    }

    static func json(_ name: String) throws -> JSON {
        try JSON(parsing: Array(try Data(contentsOf: URL(filePath: try path(name).string))))
    }
}
