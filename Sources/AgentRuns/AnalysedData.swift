/// What the program told the model about the files it analysed: evidence for checking a report, never a measurement of the run.
public struct AnalysedData: Sendable, Hashable {
    /// Number of files by type (`csv`, `json`, `markdown`), and in all (`total`).
    public var files: [String: Int]
    /// Newest modification date by type, as the program wrote it.
    public var latest: [String: String]
    /// The file names that the program listed; often only the first few.
    public var names: [String]
    /// Values that the program extracted from the files, by its own keys.
    public var values: [String: Double]

    public init(files: [String: Int] = [:], latest: [String: String] = [:], names: [String] = [], values: [String: Double] = [:]) {
        self.files = files
        self.latest = latest
        self.names = names
        self.values = values
    }
}
