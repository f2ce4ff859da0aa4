import AgentRuns
import JSON

extension JSON {
    /// A time as the Chimera programs write it: RFC 3339 from Rust, ISO 8601 without a zone from Python.
    func chimeraTimestamp(_ key: String) throws(JSONError) -> Timestamp? {
        try optional(key, "a time such as 2025-11-15T20:51:23Z") { $0.string.flatMap { Timestamp($0) } }
    }

    /// A measured figure: a number that is not negative.
    func requireFigure(_ key: String) throws(JSONError) -> Double {
        let number = try requireNumber(key)
        guard number >= 0 else { throw JSONError("'\(key)' can't be negative", at: self[key]?.offset ?? offset) }
        return number
    }

    func optionalFigure(_ key: String) throws(JSONError) -> Double? {
        try optional(key, "a number that is not negative") { $0.number.flatMap { $0 >= 0 ? $0 : nil } }
    }

    /// The machine, without its name.
    func hostSystem() throws(JSONError) -> HostSystem? {
        guard let info = self["system_info"], info.members != nil else { return nil }
        return HostSystem(os: try info.optionalString("os"), arch: try info.optionalString("arch"))
    }
}

extension SamplingConfiguration {
    /// Reads an object of options; an option that is null, or an object that is missing, was left to the server.
    init(chimera json: JSON?) throws(JSONError) {
        self.init()
        guard let json, !json.isNull else { return }
        guard let members = json.members else { throw JSONError("the options must be an object, not \(json.kindName)", at: json.offset) }
        for member in members {
            switch member.value.value {
            case .null: break
            case .number(let value): self[member.key] = .widened(value)
            case .string(let text): self[member.key] = .text(text)
            case .bool(let flag): self[member.key] = .flag(flag)
            default: throw JSONError("the option '\(member.key)' must be a number or text, not \(member.value.kindName)", at: member.value.offset)
            }
        }
    }
}

extension [JSON] {
    func flatMapEach<T>(_ transform: (JSON) throws(JSONError) -> [T]) throws(JSONError) -> [T] {
        var results: [T] = []
        for element in self { results += try transform(element) }
        return results
    }
}
