extension ByteBuffer {
    /// Appends a whole number in decimal digits.
    public mutating func append(_ value: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value.magnitude
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 { append(byte: UInt8(ascii: "-")) }
            appendRaw(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start...]))
        }
    }

    /// Appends a number with exactly `decimals` places, rounded half away from zero, with a full stop and an ASCII minus.
    ///
    /// Never writes a negative zero. Values that are not finite are written as `0`: callers decide what a missing value looks like.
    public mutating func append(_ value: Double, decimals: Int) {
        guard value.isFinite else { return append(0) }
        let scale = Self.powersOfTen[min(max(decimals, 0), Self.powersOfTen.count - 1)]
        let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9e15 else { return append(text: value.description) }
        let units = Int(abs(scaled))
        if scaled < 0 { append(byte: UInt8(ascii: "-")) }
        append(units / Int(scale))
        guard decimals > 0 else { return }
        append(byte: UInt8(ascii: "."))
        let fraction = units % Int(scale)
        var place = Int(scale) / 10
        while place > 0 {
            append(byte: UInt8(ascii: "0") + UInt8(fraction / place % 10))
            place /= 10
        }
    }

    /// Appends a pixel or percentage position: at most two places, trailing zeros dropped, so that drawings stay small.
    public mutating func append(position value: Double) {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 {
            append(hundredths / 100)
        } else if hundredths % 10 == 0 {
            append(value, decimals: 1)
        } else {
            append(value, decimals: 2)
        }
    }

    /// Appends the shortest decimal text that reads back as the same value: what data files hold. Whole numbers have no `.0`.
    public mutating func append(shortest value: Double) {
        if value == value.rounded(), abs(value) < 9e15 {
            append(Int(value))
        } else {
            append(text: value.description)
        }
    }

    private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
