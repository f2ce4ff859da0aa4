/// Puts the pieces of a body together and cuts them into lines, wherever the network cut them.
///
/// A line ends with a line feed, a carriage return, or both. Nothing is decoded here, so a character that was cut in two is whole again.
struct LineSplitter: Sendable {
    /// More than any server sends in one line; what is longer is no line.
    static let longestLine = 64 << 20

    private(set) var rest: [UInt8] = []
    private var endedWithReturn = false

    /// - Returns: the lines that these bytes complete, without their ends.
    mutating func lines(adding bytes: [UInt8]) throws(ServerError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            switch byte {
            case 0x0A where endedWithReturn: endedWithReturn = false
            case 0x0A, 0x0D:
                lines.append(rest)
                rest.removeAll()
                endedWithReturn = byte == 0x0D
            default:
                rest.append(byte)
                endedWithReturn = false
            }
        }
        guard rest.count <= Self.longestLine else { throw ServerError(.malformed, "the server sent a line that does not end") }
        return lines
    }
}
