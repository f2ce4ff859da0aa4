/// A format whose files each hold whole runs.
public protocol SingleFileFormat: ImportFormat where Fragment == [ImportedRun] {
    func runs(in file: ImportedFile) throws(ImportError) -> [ImportedRun]
}

extension SingleFileFormat {
    public func read(_ file: ImportedFile) throws(ImportError) -> [ImportedRun] { try runs(in: file) }

    public func runs(from fragments: [[ImportedRun]]) -> ImportReading {
        ImportReading(runs: fragments.flatMap(\.self))
    }
}
