/// Where a run's figures come from.
public struct Provenance: Sendable, Hashable {
    public var importer: String
    /// The dialect of the file that gave the figures.
    public var dialect: String?
    /// The files that were read, the one that gave the figures first; the others by path.
    public var sources: [SourceFile]
    /// What a reader should know about how the figures were read, a sentence each.
    public var notes: [String]

    public init(importer: String, dialect: String? = nil, sources: [SourceFile] = [], notes: [String] = []) {
        self.importer = importer
        self.dialect = dialect
        self.sources = sources
        self.notes = notes
    }
}
