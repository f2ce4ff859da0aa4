/// A fenced code block with an info string.
public struct FencedBlock: Sendable, Hashable {
    public var info: String
    public var literal: [UInt8]
    /// The line of its opening fence in the whole file, from 1.
    public var line: Int

    public init(info: String, literal: [UInt8], line: Int) {
        self.info = info
        self.literal = literal
        self.line = line
    }
}
