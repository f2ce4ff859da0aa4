extension ByteBuffer {
    /// Appends text with `&`, `<`, `>` and `"` written as entities, which makes it safe as element text and inside double quotes.
    public mutating func append(escaped text: some StringProtocol) {
        let appended: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if appended == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    /// Appends bytes with the same four characters escaped.
    public mutating func append(escaped raw: some Collection<UInt8>) {
        let appended: Void? = raw.withContiguousStorageIfAvailable { appendEscaped($0) }
        if appended == nil {
            Array(raw).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    /// Copies the stretches between special characters whole; most text has none and is one copy.
    private mutating func appendEscaped(_ raw: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for index in raw.indices {
            let entity: StaticString
            switch raw[index] {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            default: continue
            }
            appendRaw(UnsafeBufferPointer(rebasing: raw[runStart..<index]))
            append(entity)
            runStart = index + 1
        }
        appendRaw(UnsafeBufferPointer(rebasing: raw[runStart...]))
    }

    /// Appends ` name="value"` with the value escaped.
    public mutating func append(attribute name: StaticString, _ value: some StringProtocol) {
        append(byte: UInt8(ascii: " "))
        append(name)
        append("=\"")
        append(escaped: value)
        append(byte: UInt8(ascii: "\""))
    }
}
