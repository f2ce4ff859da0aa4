/// Neighbouring positions of one day, or of one month where there are many days, with the label under them.
struct CalendarStretch: Sendable, Hashable {
    let label: String
    let positions: Range<Int>

    /// The most days that are told apart; beyond them the chart shows months.
    static let dayLimit = 12

    /// Splits positions where the day changes. Positions without a day are a stretch of their own, unless no position has one.
    static func stretches(of days: [CalendarDay?]) -> (stretches: [CalendarStretch], areMonths: Bool) {
        let byDay = split(days, label: \.dayLabel) { $0 == $1 }
        if byDay.count <= dayLimit { return (byDay, false) }
        return (split(days, label: \.monthLabel) { $0.year == $1.year && $0.month == $1.month }, true)
    }

    private static func split(
        _ days: [CalendarDay?], label: (CalendarDay) -> String, same: (CalendarDay, CalendarDay) -> Bool
    ) -> [CalendarStretch] {
        guard days.contains(where: { $0 != nil }) else { return [] }
        func belongTogether(_ left: CalendarDay?, _ right: CalendarDay?) -> Bool {
            if let left, let right { same(left, right) } else { left == nil && right == nil }
        }
        var stretches: [CalendarStretch] = []
        var start = 0
        for end in 1...days.count where end == days.count || !belongTogether(days[start], days[end]) {
            stretches.append(CalendarStretch(label: days[start].map(label) ?? "no date", positions: start..<end))
            start = end
        }
        return stretches
    }

    /// How far apart evenly chosen labels must be to have room: every second, every third, and so on.
    ///
    /// - Parameter step: a distance that must divide the result, because labels that far apart stand already.
    static func strideWithRoom(_ stretches: [CalendarStretch], scale: OrdinalScale, width: Double, multipleOf step: Int = 1) -> Int {
        var distance = step
        while distance < stretches.count {
            let chosen = stride(from: 0, to: stretches.count, by: distance).map { extent(of: stretches[$0], scale, width) }
            if zip(chosen, chosen.dropFirst()).allSatisfy({ !$0.overlaps($1) }) { return distance }
            distance += step
        }
        return distance
    }

    /// Which labels have room side by side: those of long stretches first.
    ///
    /// - Parameters:
    ///   - width: of the whole axis, in pixels.
    ///   - placed: indices that stand already and stay.
    static func indicesWithRoom(_ stretches: [CalendarStretch], scale: OrdinalScale, width: Double, placed: Set<Int> = []) -> Set<Int> {
        var chosen = placed
        let byLength = stretches.indices.sorted { (stretches[$1].positions.count, $0) < (stretches[$0].positions.count, $1) }
        for index in byLength where !chosen.contains(index) {
            let wanted = extent(of: stretches[index], scale, width)
            if !chosen.contains(where: { extent(of: stretches[$0], scale, width).overlaps(wanted) }) { chosen.insert(index) }
        }
        return chosen
    }

    /// From where to where a label reaches, with some air.
    private static func extent(of stretch: CalendarStretch, _ scale: OrdinalScale, _ width: Double) -> ClosedRange<Double> {
        let middle = stretch.middle(on: scale) * width
        let half = TextWidth.of(stretch.label) / 2 + 4
        return middle - half...middle + half
    }

    func middle(on scale: OrdinalScale) -> Double {
        (scale.edge(before: positions.lowerBound) + scale.edge(before: positions.upperBound)) / 2
    }
}
