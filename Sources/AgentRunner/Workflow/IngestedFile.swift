import Platform
import SystemPackage

/// A file of the folder that agents analyse.
struct IngestedFile: Sendable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case csv, json, markdown, other

        init(name: String) {
            let ending = name.split(separator: ".").dropFirst().last?.lowercased()
            self = ["csv": .csv, "json": .json, "jsonl": .other, "md": .markdown, "markdown": .markdown][ending ?? ""] ?? .other
        }

        /// In a sentence.
        var name: String {
            switch self {
            case .csv: "CSV"
            case .json: "JSON"
            case .markdown: "Markdown"
            case .other: "other"
            }
        }
    }

    /// From the folder, with forward slashes.
    var path: String
    var kind: Kind
    var modified: Date
    /// The content; `nil` for a kind that is not read, and for a file that is too large.
    var content: [UInt8]?
}
