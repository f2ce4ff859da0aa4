/// A table in plain text: the first column flush left, the others flush right.
struct Table {
    private var rows: [[String]]

    init(_ title: String, _ columns: [String]) {
        rows = [[title] + columns]
    }

    mutating func append(_ name: String, _ cells: [String]) {
        rows.append([name] + cells)
    }

    func print() {
        Swift.print()
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + space : space + text
            }
            Swift.print(cells.joined(separator: "  "))
        }
    }
}
