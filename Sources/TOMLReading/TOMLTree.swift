import Diagnostics

/// The tables of a text while it is read.
///
/// A header can lead to a table that began much earlier, so tables stand side by side here and name each other by number;
/// `table(_:)` puts them into each other once nothing more can be added.
struct TOMLTree {
    typealias TableID = Int

    /// What made a table, which decides what may be added to it.
    private enum Origin {
        /// A header that names a table below it; a header of its own may still follow.
        case implied
        /// A header of its own, or the text as a whole.
        case header
        /// A part of a dotted key before the last.
        case dotted
    }

    private enum Node {
        case value(TOMLValue)
        case table(TableID)
        /// An array of tables, by its number.
        case tables(Int)
    }

    private struct Table {
        var origin: Origin
        var range: Range<Int>
        var entries: [(key: TOMLKey, node: Node)] = []
        var places: [TOMLKeyName: Int] = [:]
    }

    static let root: TableID = 0
    private var tables = [Table(origin: .header, range: 0..<0)]
    private var arrays: [[TableID]] = []

    /// A table that no key leads to yet: one in braces, or one whose header was refused.
    mutating func detached(at range: Range<Int>) -> TableID { add(.header, at: range) }

    private mutating func add(_ origin: Origin, at range: Range<Int>) -> TableID {
        tables.append(Table(origin: origin, range: range))
        return tables.count - 1
    }

    private func node(_ key: TOMLKey, in table: TableID) -> Node? {
        tables[table].places[key.name].map { tables[table].entries[$0].node }
    }

    private mutating func insert(_ node: Node, at key: TOMLKey, in table: TableID) {
        tables[table].places[key.name] = tables[table].entries.count
        tables[table].entries.append((key, node))
    }

    private mutating func addTable(_ origin: Origin, at key: TOMLKey, in table: TableID) -> TableID {
        let added = add(origin, at: key.range)
        insert(.table(added), at: key, in: table)
        return added
    }
}

/// Key and value: `a.b = 1`.
extension TOMLTree {
    mutating func insert(_ value: TOMLValue, at path: [TOMLKey], in section: TableID) throws(TOMLError) {
        var table = section
        for key in path.dropLast() { table = try descend(by: key, from: table) }
        guard let last = path.last else { return }
        guard node(last, in: table) == nil else { throw Self.twice(last) }
        insert(.value(value), at: last, in: table)
    }

    private mutating func descend(by key: TOMLKey, from table: TableID) throws(TOMLError) -> TableID {
        switch node(key, in: table) {
        case nil: return addTable(.dotted, at: key, in: table)
        case .table(let next) where tables[next].origin != .header:
            tables[next].origin = .dotted
            return next
        case .table: throw TOMLError("\(Self.name(key)) has a header of its own; write this key under it", at: key.range)
        case .tables: throw TOMLError("\(Self.name(key)) is an array of tables; write this key under its header", at: key.range)
        case .value(let value): throw Self.closed(key, value)
        }
    }
}

/// Headers: `[a.b]` and `[[a.b]]`.
extension TOMLTree {
    /// Opens the table that a header names.
    mutating func open(_ path: [TOMLKey], isArray: Bool) throws(TOMLError) -> TableID {
        var table = Self.root
        for key in path.dropLast() { table = try step(by: key, from: table) }
        guard let last = path.last else { return table }
        return isArray ? try openElement(last, in: table) : try openTable(last, in: table)
    }

    private mutating func step(by key: TOMLKey, from table: TableID) throws(TOMLError) -> TableID {
        switch node(key, in: table) {
        case nil: return addTable(.implied, at: key, in: table)
        case .table(let next): return next
        case .tables(let array): return arrays[array].last ?? table
        case .value(let value): throw Self.closed(key, value)
        }
    }

    private mutating func openTable(_ key: TOMLKey, in table: TableID) throws(TOMLError) -> TableID {
        switch node(key, in: table) {
        case nil: return addTable(.header, at: key, in: table)
        case .table(let implied) where tables[implied].origin == .implied:
            tables[implied].origin = .header
            tables[implied].range = key.range
            return implied
        case .tables: throw TOMLError("\(Self.name(key)) is an array of tables; each begins with [[…]]", at: key.range)
        case .table, .value: throw Self.twice(key)
        }
    }

    private mutating func openElement(_ key: TOMLKey, in table: TableID) throws(TOMLError) -> TableID {
        switch node(key, in: table) {
        case nil:
            let element = add(.header, at: key.range)
            arrays.append([element])
            insert(.tables(arrays.count - 1), at: key, in: table)
            return element
        case .tables(let array):
            let element = add(.header, at: key.range)
            arrays[array].append(element)
            return element
        case .table: throw TOMLError("\(Self.name(key)) is one table already, not an array of them", at: key.range)
        case .value(let value): throw Self.closed(key, value)
        }
    }
}

extension TOMLTree {
    private static func name(_ key: TOMLKey) -> String { quotation(of: key.name.text) }

    private static func twice(_ key: TOMLKey) -> TOMLError { TOMLError("\(name(key)) is there twice", at: key.range) }

    private static func closed(_ key: TOMLKey, _ value: TOMLValue) -> TOMLError {
        let reason =
            switch value.kind {
            case .table: "stands between braces, and nothing can be added to it"
            case .array: "is an array, and no table can be added to it"
            default: "is there already, and is no table"
            }
        return TOMLError("\(name(key)) \(reason)", at: key.range)
    }
}

/// The finished tables.
extension TOMLTree {
    /// Takes a table in braces out of the tree, with everything that came after it.
    mutating func takeTable(_ id: TableID) -> TOMLTable {
        let table = table(id)
        tables.removeSubrange(id...)
        return table
    }

    func table(_ id: TableID) -> TOMLTable {
        let entries = tables[id].entries.map { TOMLTable.Entry(key: $0.key, value: value($0.node, at: $0.key)) }
        return TOMLTable(entries, places: tables[id].places)
    }

    private func value(_ node: Node, at key: TOMLKey) -> TOMLValue {
        switch node {
        case .value(let value): value
        case .table(let id): TOMLValue(kind: .table(table(id)), range: tables[id].range)
        case .tables(let array):
            TOMLValue(
                kind: .array(arrays[array].map { TOMLValue(kind: .table(table($0)), range: tables[$0].range) }), range: key.range)
        }
    }
}
