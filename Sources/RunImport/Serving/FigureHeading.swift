import AgentRuns

/// The heading of a column, or the name of a field, that says by its unit that what stands below it was measured: `power W`, `VRAM (GiB)`, `tok/J`,
/// `avg_power_w`.
///
/// A metric that the registry knows is converted to its unit; any other keeps its own, under its own name.
struct FigureHeading: Hashable {
    private(set) var metric: MetricID
    private(set) var unit: String
    /// How much of the metric's unit one of the source's is.
    private var scale = 1.0

    /// - Returns: `nil` for a name without a unit, which is a setting as far as its name says.
    init?(_ heading: String) {
        let text = heading.filter { $0 != "*" && $0 != "`" }
        guard let (name, unit) = Self.parts(of: text) ?? Self.bareNames[Self.words(text).joined(separator: " ")].map({ (text, $0) }) else {
            return nil
        }
        self.init(words: Self.words(name), unit: unit)
    }

    /// A heading without a unit, above cells that are figures all the same.
    init(unitless heading: String, unit: String = "") {
        self.init(words: Self.words(heading), unit: Self.units[unit.lowercased()] ?? Unit(shown: unit))
    }

    private init(words: [String], unit: Unit) {
        let name = words.joined(separator: " ")
        if let known = unit.metric(of: name) {
            metric = known
            self.unit = Metric(known)?.unit ?? unit.shown
            scale = unit.scale
        } else {
            let id = words.isEmpty ? Self.words(unit.shown.replacing("%", with: "percent")) : words
            metric = MetricID(rawValue: id.isEmpty ? "figure" : id.joined(separator: "_"))
            self.unit = unit.shown
            // A metric of another unit than the registry's has another name, too.
            if let registered = Metric(metric), registered.unit != unit.shown {
                metric = MetricID(
                    rawValue: ([metric.rawValue] + Self.words(unit.shown)).joined(separator: "_") + (unit.shown.isEmpty ? "_figure" : ""))
            }
        }
    }

    /// The figure of a cell: a number, with a unit of its own or without, or `a ± b`; `nil` for everything else.
    func figure(of cell: String) -> NamedFigure? {
        guard let (mean, deviation) = Self.measured(cell) else { return nil }
        return NamedFigure(metric: metric, unit: unit, mean: mean * scale, deviation: deviation.map { $0 * scale })
    }

    func figure(of number: Double) -> NamedFigure { NamedFigure(metric: metric, unit: unit, mean: number * scale) }

    /// Whether a cell says by itself that it was measured.
    static func isMeasured(_ cell: String) -> Bool {
        cell.contains("±") ? measured(cell) != nil : unitOf(cell) != nil
    }

    /// The unit that stands behind the number of a cell: `241.4 W`.
    static func unitOf(_ cell: String) -> String? {
        let parts = cell.split(separator: " ")
        guard parts.count == 2, RecordedFigure.grouped(String(parts[0])) != nil, units[parts[1].lowercased()] != nil else { return nil }
        return String(parts[1])
    }

    private static func measured(_ cell: String) -> (mean: Double, deviation: Double?)? {
        let parts = cell.split(separator: "±", omittingEmptySubsequences: false).map(number)
        guard (1...2).contains(parts.count), let mean = parts[0] else { return nil }
        if parts.count == 2 { return parts[1].map { (mean, $0) } }
        return (mean, nil)
    }

    private static func number(_ text: Substring) -> Double? {
        let word = text.split(separator: " ").first.map(String.init) ?? ""
        return RecordedFigure.grouped(word.hasSuffix("%") ? String(word.dropLast()) : word)
    }

    /// The name and the unit, which stands in parentheses, behind a blank or a comma, behind the last underscores, or alone.
    private static func parts(of heading: String) -> (name: String, unit: Unit)? {
        let text = heading.split(separator: " ").joined(separator: " ")
        if let unit = units[text.lowercased()] { return ("", unit) }
        if let last = text.last, ")]".contains(last), let open = text.lastIndex(where: { "([".contains($0) }) {
            return units[text[text.index(after: open)...].dropLast().lowercased()].map { (String(text[..<open]), $0) }
        }
        if text.hasSuffix("%"), let unit = units["%"] { return (String(text.dropLast()), unit) }
        if let blank = text.lastIndex(of: " "), let unit = units[text[text.index(after: blank)...].lowercased()] {
            return (String(text[..<blank]), unit)
        }
        return fieldParts(of: text)
    }

    /// `joules_per_token`, `avg_power_w`, `peak_vram_gib`: as many of the last parts as make a unit.
    private static func fieldParts(of name: String) -> (name: String, unit: Unit)? {
        let parts = name.lowercased().split(separator: "_")
        for count in (1...3).reversed() where parts.count >= count {
            let unit = parts.suffix(count).joined(separator: "_")
            guard let known = units[unit.replacing("_per_", with: "/")] ?? units[unit], parts.count > count || count > 1 else { continue }
            return (parts.dropLast(count).joined(separator: "_"), known)
        }
        return nil
    }

    /// In lower case, without what is neither a letter nor a digit.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }
}
