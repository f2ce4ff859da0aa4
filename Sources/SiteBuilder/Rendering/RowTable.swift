/// A table described by its columns: each a head, and what its cell is for a row's subject.
struct RowTable<Subject> {
    private var columns: [(head: Table.Column, cell: (Subject) -> Table.Cell)] = []
    private let subjects: [Subject]

    init(of subjects: [Subject]) {
        self.subjects = subjects
    }

    mutating func add(_ head: Table.Column, _ cell: @escaping (Subject) -> Table.Cell) {
        columns.append((head, cell))
    }

    /// Adds a column only where its value is not the same in every row; what is the same, the page says once.
    mutating func add<Value: Hashable>(
        _ head: Table.Column, ifVaries value: (Subject) -> Value, orAlways isAlways: Bool = false, _ cell: @escaping (Subject) -> Table.Cell
    ) {
        if isAlways || Set(subjects.map(value)).count > 1 { add(head, cell) }
    }

    /// Adds a column only where some row has something to show in it.
    mutating func add(_ head: Table.Column, ifAny applies: (Subject) -> Bool, _ cell: @escaping (Subject) -> Table.Cell) {
        if subjects.contains(where: applies) { add(head, cell) }
    }

    func table(label: String) -> Table {
        Table(label: label, columns: columns.map(\.head), rows: subjects.map { subject in columns.map { $0.cell(subject) } })
    }
}
