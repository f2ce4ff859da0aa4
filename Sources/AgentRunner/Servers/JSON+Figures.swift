import Bytes
import JSON

extension JSON {
    /// A count that a server reports; `nil` where it is left out, negative or no whole number.
    func count(_ key: String) -> Int? {
        self[key]?.integer.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// A duration in milliseconds; `nil` where the server left it out, or rounded it to zero.
    ///
    /// - Parameter perMillisecond: how many of the server's units are a millisecond.
    func milliseconds(_ key: String, perMillisecond: Double = 1) -> Double? {
        // In two steps, because Swift 6.3 crashes in release mode on the chain of optionals.
        guard let member = self[key], let value = member.number else { return nil }
        return value > 0 ? value / perMillisecond : nil
    }

    /// Reads one message of a stream, which is always an object.
    static func message(_ bytes: [UInt8]) throws(ServerError) -> JSON {
        let json: JSON
        do throws(JSONError) {
            json = try JSON(parsing: bytes)
        } catch {
            throw malformed(bytes, error.message)
        }
        guard json.members != nil else { throw malformed(bytes, "expected an object, found \(json.kindName)") }
        return json
    }

    private static func malformed(_ bytes: [UInt8], _ cause: String) -> ServerError {
        let start = ServerComplaint.cleaned(String(decoding: bytes.prefix(60), as: UTF8.self)) ?? ""
        return ServerError(.malformed, "the server sent something that is no JSON of its API (\(cause)): \(start)")
    }

    /// The value on one line, as a request's body.
    var bytes: [UInt8] {
        var output = ByteBuffer()
        writeLine(into: &output)
        return output.bytes
    }
}
