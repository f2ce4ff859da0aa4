import Bytes

extension NumberFormat {
    /// The number alone, as in a cell under a head that names the unit: `1292`.
    public func number(_ value: Double?) -> String {
        text { $0.append(value, as: self) }
    }

    /// The number with its unit, as in a sentence: `1292 ms`.
    public func text(_ value: Double?) -> String {
        text { $0.append(withUnit: value, as: self) }
    }

    /// A difference with its sign, which zero does not have: `+42.6`, `−4.1`, `0.0`.
    public func change(_ value: Double?) -> String {
        text { $0.append(change: value, as: self) }
    }

    /// From the lowest to the highest: `591–820`.
    public func range(_ lowest: Double, _ highest: Double) -> String {
        text { $0.append(rangeFrom: lowest, to: highest, as: self) }
    }

    /// The unit as it follows a number, with its space, or nothing for a bare number.
    public var unitSuffix: String {
        unit.symbol.isEmpty ? "" : "\u{202F}" + unit.symbol
    }

    /// A value and its deviation, rounded to the same place, with the unit: `116.0 ± 1.2 tok/s`.
    public func text(_ value: Double, deviation: Double) -> String {
        let format = beside(deviation: deviation)
        return format.number(value) + "\u{A0}±\u{A0}" + format.text(deviation)
    }

    /// How one value compares with another: a change in per cent, or a multiple above 2: `+43 %`, `×2.4`.
    ///
    /// - Parameter ratio: the new value divided by the old one.
    public static func ratio(_ ratio: Double, in setting: NumberSetting = .sentence) -> String {
        if ratio.isFinite, ratio > 2 {
            let decimals = DecimalSteps.noneFromHundred.decimals(of: ratio)
            return "×" + NumberFormat(unit: Quantity.count.unit(for: ratio, in: setting), decimals: decimals).number(ratio)
        }
        let change = ratio - 1
        let format = NumberFormat(change, of: .fraction, in: setting)
        return format.change(change) + (change.isFinite ? format.unitSuffix : "")
    }

    private func text(_ write: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer(capacity: 16)
        write(&buffer)
        return buffer.string
    }
}
