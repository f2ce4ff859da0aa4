/// A model's name as it may be shown: a name of a hub stays, a local path gives no more than its last part.
enum ModelName {
    static func published(_ name: String) -> String? {
        let isWindows = name.dropFirst().hasPrefix(":\\") || name.hasPrefix("\\\\")
        let isLocal = name.hasPrefix("/") || name.hasPrefix("~") || name.hasPrefix("./") || name.hasPrefix("../") || name.contains("://")
        guard isLocal || isWindows else { return name.isEmpty ? nil : name }
        let parts = name.split { $0 == "/" || (isWindows && $0 == "\\") }
        return (parts.lazy.compactMap(hubName).first ?? parts.last.map(String.init)).flatMap { $0 == "~" || $0 == "." ? nil : $0 }
    }

    /// `models--ORG--NAME`, a folder of the Hugging Face cache, as `ORG/NAME`.
    private static func hubName(_ folder: Substring) -> String? {
        guard folder.hasPrefix("models--") else { return nil }
        let parts = folder.dropFirst("models--".count).split(separator: "--", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0])/\(parts[1])" : nil
    }
}
