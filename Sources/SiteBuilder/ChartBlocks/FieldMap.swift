import AgentRuns

/// Executions laid out over two fields: the values of one make the rows, those of the other the columns.
///
/// A row or a column exists where something was measured in it; failed executions show in those that there are.
struct FieldMap {
    let rows: RunField
    let columns: RunField
    /// In numeric order, or by name.
    let rowValues: [OptionValue]
    let columnValues: [OptionValue]
    /// Executions that have no value of one of the fields.
    let leftOut: Int
    private let cells: [[OptionValue]: [Observation]]

    init(_ observations: [Observation], rows: RunField, columns: RunField, isMeasured: (Observation) -> Bool) {
        self.rows = rows
        self.columns = columns
        var cells: [[OptionValue]: [Observation]] = [:]
        var leftOut = 0
        for observation in observations {
            if let row = rows.value(observation), let column = columns.value(observation) {
                cells[[row, column], default: []].append(observation)
            } else {
                leftOut += 1
            }
        }
        self.cells = cells
        self.leftOut = leftOut
        let measured = cells.filter { $0.value.contains(where: isMeasured) }.keys
        func sorted(_ index: Int) -> [OptionValue] { Set(measured.map { $0[index] }).sorted { $0.sortKey < $1.sortKey } }
        (rowValues, columnValues) = (sorted(0), sorted(1))
    }

    subscript(row: OptionValue, column: OptionValue) -> [Observation] { cells[[row, column]] ?? [] }

    /// What has more than one value among the options and fields that tell series apart, those with the most values first.
    static func varyingOptions(of observations: [Observation]) -> [RunField] {
        let configurations = observations.map(\.series.configuration.options)
        let counts = configurations.optionNames.map { name in (name, Set(configurations.compactMap { $0[name] }).count) }
        // The order of the options settles between two that have as many values.
        return counts.enumerated().filter { $0.element.1 > 1 }.sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
            .map { RunField.named($0.element.0) }
    }
}
