public import Bytes
public import JSON
import Platform

extension Transcript {
    static let schema = "sitegen.transcript/1"

    /// Reads a transcript; a mistake is an error at its byte.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self.init()
        let lines = try JSON.lines(parsing: bytes)
        guard let first = lines.first, first["schema"]?.string == Self.schema else {
            throw JSONError("this is no transcript: its first line must be {\"schema\":\"\(Self.schema)\"}", at: 0)
        }
        for line in lines.dropFirst() {
            if let request = line["request"] {
                exchanges.append(try Exchange(reading: request))
            } else if exchanges.isEmpty {
                throw JSONError("a reply stands before the first request", at: line.offset)
            } else {
                exchanges[exchanges.count - 1].steps.append(try Step(reading: line))
            }
        }
    }

    /// Writes the line that opens a transcript.
    public static func writeOpening(into output: inout ByteBuffer) {
        JSON.object(["schema": .string(schema)]).writeLine(into: &output)
        output.append("\n")
    }

    public func write(into output: inout ByteBuffer) {
        Self.writeOpening(into: &output)
        for exchange in exchanges { exchange.write(into: &output) }
    }
}

extension Transcript.Exchange {
    fileprivate init(reading request: JSON) throws(JSONError) {
        let name = try request.requireString("method")
        guard let method = TransportRequest.Method(rawValue: name) else {
            throw JSONError("'\(name)' is no method that a transcript can hold", at: request.offset)
        }
        self.init(method: method, path: try request.requireString("path"), body: request["body"])
    }

    /// Writes the request and its reply, a line each.
    public func write(into output: inout ByteBuffer) {
        var members = [JSON.Member("method", .string(method.rawValue)), JSON.Member("path", .string(path))]
        if let body { members.append(JSON.Member("body", body)) }
        JSON.object(["request": .object(members)]).writeLine(into: &output)
        output.append("\n")
        for step in steps {
            step.json.writeLine(into: &output)
            output.append("\n")
        }
    }
}

extension Transcript.Step {
    fileprivate init(reading line: JSON) throws(JSONError) {
        let milliseconds = try line.requireNumber("at")
        guard milliseconds >= 0, milliseconds < 1e12 else { throw JSONError("'at' must be a time after the request", at: line.offset) }
        self.init(at: Int64((milliseconds * 1e6).rounded()), try Self.event(reading: line))
    }

    private static func event(reading line: JSON) throws(JSONError) -> Event {
        if let status = line["status"]?.integer {
            return .head(ReplyHead(status: status, contentType: try line.optionalString("content_type")))
        }
        if let text = line["text"]?.string { return .bytes(Array(text.utf8)) }
        if let text = line["base64"]?.string {
            guard let data = Data(base64Encoded: text) else { throw JSONError("'base64' is not base64", at: line.offset) }
            return .bytes(Array(data))
        }
        if line["end"] != nil { return .end }
        if let failed = line["failed"]?.string {
            guard let kind = ServerError.Kind(rawValue: failed) else { throw JSONError("'\(failed)' is no kind of failure", at: line.offset) }
            return .failed(kind, reason: try line.requireString("reason"))
        }
        throw JSONError("a line of a reply must have 'status', 'text', 'base64', 'end' or 'failed'", at: line.offset)
    }

    fileprivate var json: JSON {
        let at = JSON.Member("at", .number(Double(nanoseconds) / 1e6))
        switch event {
        case .head(let head):
            return .object([at, JSON.Member("status", .number(head.status)), JSON.Member("content_type", .optional(head.contentType))])
        case .bytes(let bytes):
            // Text that would not come back byte for byte is kept as base64.
            if let text = String(validating: bytes, as: UTF8.self) { return .object([at, JSON.Member("text", .string(text))]) }
            return .object([at, JSON.Member("base64", .string(Data(bytes).base64EncodedString()))])
        case .end:
            return .object([at, JSON.Member("end", .bool(true))])
        case .failed(let kind, let reason):
            return .object([at, JSON.Member("failed", .string(kind.rawValue)), JSON.Member("reason", .string(reason))])
        }
    }
}
