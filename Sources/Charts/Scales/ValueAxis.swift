/// A scale with the unit and the words of its ticks. Values go in as the quantity gives them.
struct ValueAxis: Sendable {
    let scale: any ValueScale
    /// The unit of the axis, with the decimals of figures beside the marks, not those of the ticks.
    let format: NumberFormat

    /// - Parameters:
    ///   - values: settle the unit.
    ///   - others: must be on the axis as well, but do not settle its unit.
    ///   - scale: makes the scale from the values in the unit that the axis shows; returns `nil` to leave it linear from zero.
    init(_ values: [Double], alsoCovering others: [Double] = [], of quantity: Quantity, scale: ([Double]) -> (any ValueScale)?) {
        format = NumberFormat(values, of: quantity)
        let unit = format.unit.size
        let shown = (values + others).map { $0 / unit }
        self.scale = scale(shown) ?? LinearScale(covering: shown, start: .zero)
    }

    /// An axis of times, in seconds since 1970.
    init(times: [Double]) {
        format = NumberFormat([], of: .count)
        scale = TimeScale(covering: times) ?? LinearScale(covering: [], start: .zero)
    }

    var ticks: [Double] { scale.ticks.values }

    func fraction(of value: Double) -> Double {
        scale.fraction(of: value / format.unit.size)
    }

    /// The label of a tick. On a logarithmic axis each has the decimals that it needs itself.
    func label(ofTick tick: Double) -> String {
        if let scale = scale as? TimeScale { return scale.label(ofTick: tick) }
        var decimals = scale.ticks.decimals
        if scale.isLogarithmic, tick > 0, tick < 1 { decimals = max(decimals, Int(-tick.exponentOfTen)) }
        return format.with(decimals: decimals).number(tick * format.unit.size)
    }

    /// A value in words: with its unit, or as a date and a time.
    func text(_ value: Double) -> String {
        scale is TimeScale ? CivilTime(value).text : format.text(value)
    }

    var widestLabel: Double {
        ticks.map { TextWidth.of(label(ofTick: $0)) }.max() ?? 0
    }

    /// What the caption must say of the axis: where it starts if not at zero, and that it is logarithmic if it is.
    func captionSentence(axis name: String) -> String? {
        if scale.isLogarithmic { return "The \(name) axis is logarithmic." }
        guard scale.lower != 0 else { return nil }
        return "The \(name) axis starts at \(label(ofTick: scale.lower))\(format.unitSuffix)."
    }
}
