/// How figures of one quantity are written: their unit and their decimals, chosen once for a column, an axis, a pair or a single value.
///
/// Values go in as the quantity gives them (milliseconds for `Quantity.milliseconds`) and come out in the chosen unit, with a narrow no-break
/// space before the unit and between thousands from 10 000 up, and a true minus. Values that are missing or not finite are an en dash.
public struct NumberFormat: Sendable, Hashable {
    public let unit: DisplayUnit
    public let decimals: Int

    public init(unit: DisplayUnit, decimals: Int) {
        self.unit = unit
        self.decimals = decimals
    }

    /// The format that suits all these values together: the unit and the decimals of their median.
    public init(_ values: [Double?], of quantity: Quantity, in setting: NumberSetting = .column) {
        let median = values.compactMap(\.self).median ?? 0
        let unit = quantity.unit(for: median, in: setting)
        self.init(unit: unit, decimals: unit.decimals(in: setting).decimals(of: median / unit.size))
    }

    /// The format of one value.
    public init(_ value: Double, of quantity: Quantity, in setting: NumberSetting) {
        self.init([value], of: quantity, in: setting)
    }

    /// The format that shows a deviation to two digits and the value beside it to the same place: `116.0 ± 1.2`.
    ///
    /// - Parameter deviation: in the quantity's own unit; zero or not finite leaves the decimals as they are.
    public func beside(deviation: Double) -> NumberFormat {
        let shown = abs(deviation / unit.size)
        guard shown.isFinite, shown > 0 else { return self }
        // The first place at which rounding leaves two digits: 0.0996 is 0.10, not 0.100.
        let places = (0...6).first { (shown * .powerOfTen($0)).rounded(.toNearestOrAwayFromZero) >= 10 }
        return NumberFormat(unit: unit, decimals: places ?? decimals)
    }

    /// The same unit with other decimals, as the ticks of an axis need them.
    func with(decimals: Int) -> NumberFormat {
        NumberFormat(unit: unit, decimals: decimals)
    }
}
