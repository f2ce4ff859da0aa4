import JSON
import TOMLKit

extension JSON {
    static let expectedTOML = "text, a finite number that is not too long to be exact, true or false, or an array or a table of these"

    /// A TOML value as JSON; `nil` where JSON has nothing like it, or would round it.
    init?(toml value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .string(text)
        } else if let flag = value.bool {
            self = .bool(flag)
        } else if let whole = value.int {
            guard let number = Double(exactly: whole) else { return nil }
            self = .number(number)
        } else if let number = value.double {
            guard number.isFinite else { return nil }
            self = .number(number)
        } else if let array = value.array {
            self.init(array)
        } else if let table = value.table {
            self.init(table)
        } else {
            return nil
        }
    }

    private init?(_ array: TOMLArray) {
        var elements: [JSON] = []
        for element in array {
            guard let json = JSON(toml: element) else { return nil }
            elements.append(json)
        }
        self = .array(elements)
    }

    private init?(_ table: TOMLTable) {
        var members: [Member] = []
        for key in table.keys.sorted() {
            guard let json = table[key].flatMap({ JSON(toml: $0) }) else { return nil }
            members.append(Member(key, json))
        }
        self = .object(members)
    }
}
