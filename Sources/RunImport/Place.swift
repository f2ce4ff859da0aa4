import Platform
import SystemPackage

/// Where a folder lies: every part of its absolute path, and how many of them lead to the folder that was imported.
///
/// The absolute parts let a layout be recognized from any of its folders; only the parts below the imported folder may be shown or stored.
public struct Place: Sendable {
    public var parts: [String]
    public var rootDepth: Int

    public init(parts: [String], rootDepth: Int) {
        self.parts = parts
        self.rootDepth = rootDepth
    }

    /// The imported folder itself.
    init(root: FilePath) {
        let absolute = root.isAbsolute ? root : FilePath(FileManager.default.currentDirectoryPath).appending(root.components)
        parts = absolute.lexicallyNormalized().components.map(\.string)
        rootDepth = parts.count
    }

    /// The parts below the imported folder.
    public var relative: ArraySlice<String> { parts.dropFirst(rootDepth) }

    public var name: String { parts.last ?? "" }

    public func appending(_ part: String) -> Place { Place(parts: parts + [part], rootDepth: rootDepth) }

    public var parent: Place { Place(parts: parts.dropLast(), rootDepth: rootDepth) }
}

/// Two folders are one only where their names are the same bytes: `é` in its two Unicode forms makes two, though the texts are equal.
extension Place: Hashable {
    public static func == (left: Place, right: Place) -> Bool {
        left.rootDepth == right.rootDepth && left.parts.elementsEqual(right.parts) { $0.utf8.elementsEqual($1.utf8) }
    }

    public func hash(into hasher: inout Hasher) {
        for part in parts { hasher.combine(part.utf8.count) }
        for part in parts { for byte in part.utf8 { hasher.combine(byte) } }
    }
}
