extension JSONParser {
    /// What is overlooked in recorded text, and what was.
    struct Leniency {
        var skimmedKeys: Set<String> = []
        private(set) var objection: JSONError?
        private var keptValues = 0

        /// So many values take about a gigabyte; a text that holds more of them is no result, or keeps the lists of every token.
        static let mostValues = 10_000_000

        init(skimmedKeys: Set<String>) { self.skimmedKeys = skimmedKeys }

        mutating func object(_ message: String, at offset: Int) {
            objection = objection ?? JSONError(message, at: offset)
        }

        mutating func count(at offset: Int, isKept: Bool) throws(JSONError) {
            guard isKept else { return }
            keptValues += 1
            if keptValues > Self.mostValues { throw JSONError("more than \(Self.mostValues) values", at: offset) }
        }
    }
}

extension JSON {
    var isContainer: Bool { array != nil || members != nil }
}
