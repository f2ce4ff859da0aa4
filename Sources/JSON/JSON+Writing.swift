public import Bytes

extension JSON {
    /// Writes the value with sorted keys, an indent of two spaces and short arrays of plain values on one line, so that differences read well.
    ///
    /// Numbers are written in the shortest form that reads back the same; numbers that are not finite are written as null.
    public func write(into output: inout ByteBuffer, indent: Int = 0) {
        switch value {
        case .array(let elements) where elements.contains { !$0.isPlain }:
            writeList(elements, "[", "]", into: &output, indent: indent) { $0.write(into: &$1, indent: indent + 1) }
        case .object(let members) where !members.isEmpty:
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            writeList(sorted, "{", "}", into: &output, indent: indent) { member, output in
                output.append(quoted: member.key)
                output.append(": ")
                member.value.write(into: &output, indent: indent + 1)
            }
        default:
            writeCompact(into: &output, separator: ", ")
        }
    }

    /// Writes the value on one line without spaces; keys stay in their order.
    public func writeLine(into output: inout ByteBuffer) {
        writeCompact(into: &output, separator: ",")
    }

    private var isPlain: Bool {
        switch value {
        case .array, .object: false
        default: true
        }
    }

    private func writeList<Element>(
        _ elements: [Element], _ open: StaticString, _ close: StaticString, into output: inout ByteBuffer, indent: Int,
        _ writeElement: (Element, inout ByteBuffer) -> Void
    ) {
        output.append(open)
        for (index, element) in elements.enumerated() {
            output.append(index == 0 ? "\n" : ",\n")
            output.append(spaces: (indent + 1) * 2)
            writeElement(element, &output)
        }
        output.append("\n")
        output.append(spaces: indent * 2)
        output.append(close)
    }

    private func writeCompact(into output: inout ByteBuffer, separator: StaticString) {
        switch value {
        case .null: output.append("null")
        case .bool(let value): output.append(value ? "true" : "false")
        case .number(let value) where value.isFinite: output.append(shortest: value)
        case .number: output.append("null")
        case .string(let value): output.append(quoted: value)
        case .array(let elements):
            output.append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(separator) }
                element.writeCompact(into: &output, separator: separator)
            }
            output.append("]")
        case .object(let members):
            output.append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(separator) }
                output.append(quoted: member.key)
                output.append(":")
                member.value.writeCompact(into: &output, separator: separator)
            }
            output.append("}")
        }
    }
}

extension ByteBuffer {
    mutating func append(spaces count: Int) {
        appendRaw(repeatElement(UInt8(ascii: " "), count: count))
    }

    /// Appends a JSON string with its quotes; only what JSON demands is escaped.
    mutating func append(quoted text: String) {
        append("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                append(byte: byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                append(text: String(byte & 0xF, radix: 16))
            default: append(byte: byte)
            }
        }
        append("\"")
    }
}
