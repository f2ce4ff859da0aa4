public import Bytes

extension ByteBuffer {
    /// Appends the number alone: `1292`; an en dash for a value that is missing or not finite.
    public mutating func append(_ value: Double?, as format: NumberFormat) {
        appendFigure(value, as: format, signed: false)
    }

    /// Appends the number with its unit: `1292 ms`.
    public mutating func append(withUnit value: Double?, as format: NumberFormat) {
        guard appendFigure(value, as: format, signed: false), !format.unit.symbol.isEmpty else { return }
        append("\u{202F}")
        append(escaped: format.unit.symbol)
    }

    /// Appends a difference with its sign: `+42.6`; what rounds to zero has none.
    public mutating func append(change value: Double?, as format: NumberFormat) {
        appendFigure(value, as: format, signed: true)
    }

    /// Appends a range with an en dash: `591–820`.
    public mutating func append(rangeFrom lowest: Double, to highest: Double, as format: NumberFormat) {
        append(lowest, as: format)
        append("–")
        append(highest, as: format)
    }

    /// Returns whether there was a figure to write.
    @discardableResult
    private mutating func appendFigure(_ value: Double?, as format: NumberFormat, signed: Bool) -> Bool {
        guard let value, value.isFinite else {
            append("–")
            return false
        }
        // More places than a number of 64 bits has digits for: it is written as a power of ten.
        guard format.decimals <= 15 else {
            append(text: (value / format.unit.size).description)
            return true
        }
        let scale = Double.powerOfTen(format.decimals)
        let scaled = (value / format.unit.size * scale).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9e15 else {
            append(text: (value / format.unit.size).description)
            return true
        }
        if scaled < 0 { append("−") } else if signed, scaled > 0 { append("+") }
        let places = Int(abs(scaled))
        append(grouped: places / Int(scale))
        if format.decimals > 0 {
            append(byte: UInt8(ascii: "."))
            append(places % Int(scale), digits: format.decimals)
        }
        return true
    }

    /// Appends digits in groups of three from 10 000 up; four digits stand together.
    private mutating func append(grouped number: Int) {
        guard number >= 10_000 else { return append(number) }
        var group = 1
        while number / group >= 1000 { group *= 1000 }
        append(number / group)
        while group > 1 {
            let below = number % group
            group /= 1000
            append("\u{202F}")
            append(below / group, digits: 3)
        }
    }

    private mutating func append(_ number: Int, digits: Int) {
        var place = 1
        for _ in 1..<max(digits, 1) { place *= 10 }
        while place > 0 {
            append(byte: UInt8(ascii: "0") + UInt8(number / place % 10))
            place /= 10
        }
    }
}
