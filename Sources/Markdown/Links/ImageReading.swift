/// An image while its alternative text is being read.
struct ImageReading {
    enum Showing {
        case image(url: String)
        /// A link to an image of another origin, which the page must not load.
        case link
        case text
    }

    var showing: Showing
    var destination: [UInt8]
    var alternative: [UInt8] = []
    var depth = 1
}
