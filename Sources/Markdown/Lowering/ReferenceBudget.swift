/// How many more bytes links may copy from their definitions.
///
/// Without a limit a long definition used many times makes a small source as large as one likes. The limit is that of later
/// versions of libcmark: the size of the source, and never less than 100 kB.
struct ReferenceBudget {
    private var left: Int

    init(sourceSize: Int) {
        left = max(sourceSize, Self.least)
    }

    /// Takes a link's bytes from the budget, unless there is not enough left.
    mutating func spend(_ size: Int) -> Bool {
        guard size <= left else { return false }
        left -= size
        return true
    }

    /// Whether brackets alone could make reading slow or the result large, so that every one must be looked at.
    static func isNeeded(for source: [UInt8]) -> Bool {
        var brackets = 0
        var imageBrackets = 0
        var longestDefinition = 0
        source.withUnsafeBufferPointer { bytes in
            var definition: Int?
            for index in bytes.indices {
                switch bytes[index] {
                case UInt8(ascii: "["):
                    brackets += 1
                    if index > 0, bytes[index - 1] == UInt8(ascii: "!") { imageBrackets += 1 }
                case UInt8(ascii: ":") where index > 0 && bytes[index - 1] == UInt8(ascii: "]"):
                    if let start = definition { longestDefinition = max(longestDefinition, index - start) }
                    definition = index
                case UInt8(ascii: "\n")
                where index + 1 < bytes.count && (bytes[index + 1] == UInt8(ascii: "\n") || bytes[index + 1] == UInt8(ascii: "\r")):
                    if let start = definition { longestDefinition = max(longestDefinition, index - start) }
                    definition = nil
                default:
                    break
                }
            }
            if let start = definition { longestDefinition = max(longestDefinition, bytes.count - start) }
        }
        let largest = longestDefinition.multipliedReportingOverflow(by: brackets)
        return imageBrackets > mostImageBrackets || largest.overflow || largest.partialValue > max(source.count, least)
    }

    private static let least = 100_000
    private static let mostImageBrackets = 1000
}
