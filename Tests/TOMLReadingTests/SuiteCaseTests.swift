import Foundation
import JSON
import Testing

@testable import TOMLReading

/// The public suite of TOML's own project.
struct SuiteCaseTests {
    private static let file = "toml/toml-1.0-cases.json"

    @Test(.enabled(if: SharedFiles.has(file), "needs the TOML cases in the shared folder"))
    func `every valid text gives its values, and every invalid one is refused with its line`() throws {
        let cases = try JSON(parsing: SharedFiles.bytes(Self.file)).array ?? []
        #expect(cases.count == 709)
        for entry in cases {
            let name = entry["name"]?.string ?? ""
            let encoded = entry["toml_base64"]?.string.flatMap { Data(base64Encoded: $0) }
            let text = TOMLText(encoded.map { [UInt8]($0) } ?? Array((entry["toml"]?.string ?? "").utf8))
            if entry["valid"]?.bool == true, let value = entry["value"] {
                let table = try #require(text.table, "\(name): \(text.mistakes)")
                #expect(matches(table, value), "\(name): \(text.shown)")
            } else {
                #expect(text.table == nil && !text.mistakes.isEmpty, "\(name): \(text.shown)")
            }
        }
    }

    private func matches(_ table: TOMLTable, _ expected: JSON) -> Bool {
        guard let members = expected.members, members.count == table.keys.count else { return false }
        return members.allSatisfy { member in table[member.key].map { matches($0, member.value) } ?? false }
    }

    private func matches(_ value: TOMLValue, _ expected: JSON) -> Bool {
        if let elements = expected.array {
            guard let array = value.array, array.count == elements.count else { return false }
            return zip(array, elements).allSatisfy { matches($0, $1) }
        }
        guard let type = expected["type"]?.string, let text = expected["value"]?.string else {
            return value.table.map { matches($0, expected) } ?? false
        }
        return switch value.kind {
        case .string(let string): type == "string" && string.utf8.elementsEqual(text.utf8)
        case .integer(let number): type == "integer" && String(number) == text
        case .float(let number): type == "float" && isSame(number, text)
        case .boolean(let flag): type == "bool" && String(flag) == text
        case .date(let date): type == date.typeName && date.written == text
        case .array, .table: false
        }
    }

    private func isSame(_ number: Double, _ text: String) -> Bool {
        guard let expected = Double(text) else { return false }
        return number.isNaN ? expected.isNaN : number == expected && number.sign == expected.sign
    }
}

extension TOMLDateTime {
    fileprivate var typeName: String {
        day == nil ? "time-local" : time == nil ? "date-local" : offset == nil ? "datetime-local" : "datetime"
    }
}
