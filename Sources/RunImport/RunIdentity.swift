/// Suite and id of a run by the folders that it lies in, for files without a layout that is known.
public struct RunIdentity: Sendable, Hashable {
    public var suite: String
    /// Begins with the suite.
    public var id: String

    /// Folders that say nothing of what lies in them.
    private static let boilerplate: Set<String> = [
        "_git_history", "artifacts", "data", "experiments", "outputs", "reports", "results", "runs", "src",
    ]

    /// - Parameters:
    ///   - folder: the run's folder, or the folder of its file.
    ///   - file: the name of a file that is a run by itself, without its suffix.
    ///   - number: what tells several runs of one folder or file apart.
    public init(folder: Place, file: String? = nil, number: Int? = nil) {
        let named = Self.telling(folder) + [file].compactMap(\.self)
        let depth = named.lastIndex { !Self.isRunFolder($0) } ?? 0
        let suite = Array(named.prefix(max(depth, 1)))
        self.init(suite: suite.joined(separator: "/"), rest: named.dropFirst(suite.count) + [number.map { "run_\($0)" }].compactMap(\.self))
    }

    /// The suite of what lies right in a folder.
    static func suite(of folder: Place) -> String { RunIdentity(folder: folder, file: "run").suite }

    init(suite: String, rest: [String]) {
        self.suite = Slug.path(suite)
        id = "\(self.suite)/\(rest.isEmpty ? "run" : rest.map(Slug.part).joined(separator: "/"))"
    }

    /// Whether a folder is named for nothing but a run's number.
    static func isRunFolder(_ name: String) -> Bool {
        name.hasPrefix("run_") && Int(name.dropFirst(4)) != nil
    }

    /// The parts of a path below the imported folder that say something; where none does, from the nearest folder above that does.
    private static func telling(_ folder: Place) -> [String] {
        let below = folder.relative.filter { !boilerplate.contains($0.lowercased()) }
        if below.contains(where: { !isRunFolder($0) }) { return Array(below) }
        guard let above = nearestTelling(of: folder.parts.prefix(folder.rootDepth)) else { return ["imported"] + below }
        let between = folder.parts[(above + 1)..<folder.rootDepth].filter { !boilerplate.contains($0.lowercased()) }
        return [folder.parts[above]] + between + below
    }

    /// The first of a folder's parts whose name may say something of what lies in it: the imported folder's own, or where that is named for
    /// nothing, the nearest above it; `nil` where there is none.
    static func tellingStart(of folder: Place) -> Int? {
        nearestTelling(of: folder.parts.prefix(folder.rootDepth)) ?? (folder.relative.isEmpty ? nil : folder.rootDepth)
    }

    private static func nearestTelling(of parts: ArraySlice<String>) -> Int? {
        parts.lastIndex { !isRunFolder($0) && !boilerplate.contains($0.lowercased()) }
    }
}
