public import Bytes
public import JSON

/// A row of comma-separated values. Source: RFC 4180, with a bare line feed at the end.
public enum CSVRow {
    /// Null is an empty cell; an object or array is its JSON text.
    public static func write(_ values: [JSON], into output: inout ByteBuffer) {
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(",") }
            switch value.value {
            case .null: break
            case .string(let text): write(cell: text.utf8, into: &output)
            default:
                var text = ByteBuffer()
                value.writeLine(into: &text)
                write(cell: text.bytes, into: &output)
            }
        }
        output.append("\n")
    }

    private static func write(cell: some Collection<UInt8>, into output: inout ByteBuffer) {
        let mustQuote = cell.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
        guard mustQuote else { return output.appendRaw(cell) }
        output.append("\"")
        for byte in cell {
            if byte == UInt8(ascii: "\"") { output.append(byte: byte) }
            output.append(byte: byte)
        }
        output.append("\"")
    }
}
