/// A model's name as it may be shown: a name of a hub stays, a local path gives no more than its last part.
enum ModelName {
    static func published(_ name: String) -> String? {
        let isWindows = isOfWindows(name)
        guard isWindows || isLocal(name) else { return name.isEmpty ? nil : name }
        let parts = name.split { $0 == "/" || (isWindows && $0 == "\\") }
        return (parts.lazy.compactMap(hubName).first ?? parts.last.map(String.init)).flatMap { isNoName($0) ? nil : $0 }
    }

    /// A path of Unix, one that a shell would complete, or an address.
    private static func isLocal(_ name: String) -> Bool {
        ["/", "~", "./", "../", "$", "file:"].contains(where: name.hasPrefix) || name.contains("://")
    }

    /// A drive, a share of another machine, a variable of the environment, or an address of any of them: `C:/Users`, `\\host\share`, `%HOME%\models`.
    private static func isOfWindows(_ name: String) -> Bool {
        if name.lowercased().hasPrefix("file:") { return true }
        if ["\\", "%", ".\\", "..\\", "~\\"].contains(where: name.hasPrefix) { return true }
        guard let drive = name.utf8.first, isLetter(drive) else { return false }
        let rest = name.dropFirst()
        return rest.hasPrefix(":\\") || rest.hasPrefix(":/")
    }

    /// The name of a folder without a name of its own: `~`, `..`, `C:`.
    private static func isNoName(_ part: String) -> Bool {
        ["~", ".", ".."].contains(part) || part.utf8.count == 2 && part.hasSuffix(":")
    }

    /// `models--ORG--NAME`, a folder of the Hugging Face cache, as `ORG/NAME`.
    private static func hubName(_ folder: Substring) -> String? {
        guard folder.hasPrefix("models--") else { return nil }
        let parts = folder.dropFirst("models--".count).split(separator: "--", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0])/\(parts[1])" : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
