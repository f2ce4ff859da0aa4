/// A mistake in a TOML text, and the bytes that it is about.
struct TOMLError: Error, Sendable, Hashable {
    var message: String
    var range: Range<Int>

    init(_ message: String, at range: Range<Int>) {
        self.message = message
        self.range = range
    }

    init(_ message: String, at offset: Int) {
        self.init(message, at: offset..<offset)
    }
}
