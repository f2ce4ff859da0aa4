import JSON

extension JSON {
    static let expectedTOML = "text, a finite number that is not too long to be exact, true or false, or an array or a table of these"

    /// A TOML value as JSON, the keys of tables by name; `nil` where JSON has nothing like it, or would round it.
    init?(toml value: TOMLValue) {
        switch value.kind {
        case .string(let text): self = .string(text)
        case .boolean(let flag): self = .bool(flag)
        case .integer(let whole):
            guard let number = Double(exactly: whole) else { return nil }
            self = .number(number)
        case .float(let number):
            guard number.isFinite else { return nil }
            self = .number(number)
        case .date: return nil
        case .array(let elements): self.init(elements)
        case .table(let table): self.init(table)
        }
    }

    private init?(_ elements: [TOMLValue]) {
        var converted: [JSON] = []
        for element in elements {
            guard let json = JSON(toml: element) else { return nil }
            converted.append(json)
        }
        self = .array(converted)
    }

    private init?(_ table: TOMLTable) {
        var members: [Member] = []
        for entry in table.entries {
            guard let json = JSON(toml: entry.value) else { return nil }
            members.append(Member(entry.key.name.text, json))
        }
        self = .object(members.sorted { $0.key < $1.key })
    }
}
