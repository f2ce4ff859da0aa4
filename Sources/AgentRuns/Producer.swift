/// The program that made a run.
public struct Producer: Sendable, Hashable {
    public var program: String?
    public var language: String?
    /// The asynchronous runtime, where the program was built with several.
    public var runtime: String?
    public var version: String?

    public init(program: String? = nil, language: String? = nil, runtime: String? = nil, version: String? = nil) {
        self.program = program
        self.language = language
        self.runtime = runtime
        self.version = version
    }
}
