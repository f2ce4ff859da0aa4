/// A character by its number, with more digits than CommonMark 0.30 allows and no more than cmark-gfm does: eight.
struct NumericEntity {
    let value: UInt32
    let end: Int

    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) {
        guard start + 2 < end, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
        let firstDigit = start + (isHexadecimal ? 3 : 2)
        var index = firstDigit
        var value: UInt32 = 0
        while index < end, index - firstDigit < 8, let digit = Self.digit(bytes[index], isHexadecimal: isHexadecimal) {
            value = value &* (isHexadecimal ? 16 : 10) &+ digit
            index += 1
        }
        guard index - firstDigit > (isHexadecimal ? 6 : 7), index < end, bytes[index] == UInt8(ascii: ";") else { return nil }
        self.value = value
        self.end = index + 1
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - UInt8(ascii: "0")) }
        let letter = byte | 0x20
        guard isHexadecimal, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return UInt32(letter - UInt8(ascii: "a")) + 10
    }
}
