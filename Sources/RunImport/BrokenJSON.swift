import JSON

/// JSON that breaks off or goes wrong somewhere: what of it is whole.
struct BrokenJSON {
    /// The values up to the last comma before the fault, with everything closed that is open there.
    let whole: RecordedJSON?
    /// The keys of the outermost object, or of objects right in an outermost array, up to the fault.
    private(set) var keys: Set<String> = []

    init(_ bytes: [UInt8], failingAt offset: Int, skimming skimmed: Set<String>) {
        var open: [UInt8] = []
        var lastComma: (offset: Int, open: [UInt8])?
        var string: Int?
        var place = bytes.startIndex
        let end = min(offset, bytes.endIndex)
        var text: Range<Int>?
        while place < end {
            let byte = bytes[place]
            if let start = string {
                if byte == UInt8(ascii: "\\") { place += 1 } else if byte == UInt8(ascii: "\"") { (text, string) = (start..<place, nil) }
            } else {
                switch byte {
                case UInt8(ascii: "\""): string = place + 1
                case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
                case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
                case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
                case UInt8(ascii: ","): lastComma = (place, open)
                case UInt8(ascii: ":"): if let text, Self.isOutermost(open) { keys.insert(String(decoding: bytes[text], as: UTF8.self)) }
                default: break
                }
            }
            place += 1
        }
        whole = lastComma.map { comma in JSON.recorded(parsing: Array(bytes[..<comma.offset]) + comma.open.reversed(), skimming: skimmed) }
    }

    private static func isOutermost(_ open: [UInt8]) -> Bool {
        open == Array("}".utf8) || open == Array("]}".utf8)
    }
}
