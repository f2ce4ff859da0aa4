import AgentRuns

extension ServingRecord {
    /// Makes figures of what looks like a setting and varies among the equal tests of a file, such as a column of watts without a unit.
    ///
    /// Only numbers under names that no version of the tool has can be figures, and only where one of them has a fraction: whoever sweeps an option
    /// of a later version changes it in whole steps, or in words.
    static func takeFigures(outOf records: inout [ServingRecord]) {
        let names = Set(records.flatMap(\.doubtful)).sorted()
        guard !names.isEmpty else { return }
        let repeats = Dictionary(grouping: records) { record in record.options.filter { !record.doubtful.contains($0.key) } }.values
        for name in names where records.contains(where: { $0.hasFraction(in: name) }) {
            guard repeats.contains(where: { Set($0.map { $0.options[name] }).count > 1 }) else { continue }
            let heading = FigureHeading(unitless: name)
            for index in records.indices {
                if case .number(let number) = records[index].options[name] { records[index].setFigure(heading.figure(of: number)) }
                records[index].dropSetting(name)
                records[index].setVariant(name, nil)
            }
        }
    }

    private func hasFraction(in name: String) -> Bool {
        guard case .number(let number) = options[name] else { return false }
        return number != number.rounded()
    }
}
