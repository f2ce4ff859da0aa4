/// Whether text holds anything that the extensions could see in it.
extension BlockScanner {
    func needsLook(_ line: Range<Int>, place: ScannedText.Place) -> Bool {
        cursor.source.withUnsafeBufferPointer { bytes in
            for index in line {
                switch bytes[index] {
                case UInt8(ascii: "~"):
                    return true
                case UInt8(ascii: ":"):
                    if index + 2 < line.upperBound, bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/") { return true }
                case UInt8(ascii: "w"):
                    if index + 3 < line.upperBound, bytes[index + 1] == UInt8(ascii: "w"), bytes[index + 2] == UInt8(ascii: "w"),
                        bytes[index + 3] == UInt8(ascii: ".")
                    {
                        return true
                    }
                case UInt8(ascii: "["), UInt8(ascii: "]"):
                    if needsEveryBracket { return true }
                case UInt8(ascii: "|"):
                    if place == .aboveTable, index > line.lowerBound, bytes[index - 1] == UInt8(ascii: "\\") { return true }
                default:
                    break
                }
            }
            return false
        }
    }
}
