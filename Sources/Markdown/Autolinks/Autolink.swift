/// A bare address that became a link.
struct Autolink {
    var destination: [UInt8]
    var text: [UInt8]
}
