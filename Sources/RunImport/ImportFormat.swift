/// A family of files that another program writes, and how they become runs.
///
/// Reading goes in two steps, because a run's figures may lie in several files. `read` turns each file alone into a fragment, on all cores;
/// `runs` then sees every fragment of the format at once and puts the runs together. A format whose files stand alone conforms to
/// `SingleFileFormat` and writes one function.
public protocol ImportFormat: Sendable {
    /// What one file gives before the files are put together.
    associatedtype Fragment: Sendable

    /// The word for `--format`.
    static var name: String { get }

    /// What `sitegen import --list-formats` says of it.
    static var description: FormatDescription { get }

    /// Whether the names of files and folders, and files beside them, may give a time to results that have none.
    static var takesDatesFromNames: Bool { get }

    /// Whether a file is one of this format's, told from its first bytes or its JSON keys.
    ///
    /// Cheap and total: it is asked for every file of a folder, and never fails.
    func recognizes(_ head: FileHead) -> Bool

    /// Reads one file that was recognized. Called on many files at once.
    func read(_ file: ImportedFile) throws(ImportError) -> Fragment

    /// Puts the fragments together, which come in the order of their files' paths.
    func runs(from fragments: [Fragment]) -> ImportReading
}

extension ImportFormat {
    public static var description: FormatDescription { FormatDescription() }

    public static var takesDatesFromNames: Bool { true }
}
