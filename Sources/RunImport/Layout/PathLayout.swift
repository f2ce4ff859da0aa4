import AgentRuns

/// How a user lays out results in folders, as a pattern that reads facts out of paths: `{date}/{hardware}/{model}__{backend}.log`.
///
/// A name in braces takes text up to the next literal text or slash, as much as it can; `*` and `**` match anything within a name and over
/// folders. `date` is a date in any order, `year`, `month` and `day` are its parts, `suite` and `run` name the run, `model` and a few others are
/// fields of it, and everything else is an option. Literal text has to be there.
public struct PathLayout: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case literal(String)
        case field(String)
        case anything
    }

    enum Part: Sendable, Hashable {
        case name([Piece])
        case anyFolders
    }

    /// As the user wrote it.
    public let pattern: String
    let parts: [Part]

    /// - Throws: what is wrong with the pattern, as a sentence without a stop.
    public init(_ pattern: String) throws(PathLayoutError) {
        self.pattern = pattern
        var parts: [Part] = []
        for part in pattern.split(separator: "/") where part != "." {
            parts.append(part == "**" ? .anyFolders : .name(try Self.pieces(of: String(part))))
        }
        let fields = parts.flatMap { part in
            guard case .name(let pieces) = part else { return [String]() }
            return pieces.compactMap { piece in
                guard case .field(let name) = piece else { return nil }
                return name
            }
        }
        guard !fields.isEmpty else { throw PathLayoutError("it has no name in braces, such as {date} or {model}") }
        if fields.contains("date"), !Self.dateParts.isDisjoint(with: fields) {
            throw PathLayoutError("{date} stands for the whole date; leave out {year}, {month} and {day}")
        }
        self.parts = parts
    }

    static let dateParts: Set<String> = ["year", "month", "day"]

    private static func pieces(of part: String) throws(PathLayoutError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = part[...]
        while let first = rest.first {
            switch first {
            case "{":
                guard let close = rest.firstIndex(of: "}") else { throw PathLayoutError("the '{' in '\(part)' has no '}'") }
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                try check(name, in: part)
                if case .field(let before)? = pieces.last {
                    throw PathLayoutError("nothing stands between {\(before)} and {\(name)}, so nobody can tell where one ends")
                }
                pieces.append(.field(name))
                rest = rest[rest.index(after: close)...]
            case "}": throw PathLayoutError("the '}' in '\(part)' has no '{'")
            case "*":
                if pieces.last != .anything { pieces.append(.anything) }
                rest = rest.dropFirst()
            default:
                let literal = rest.prefix { !"{}*".contains($0) }
                pieces.append(.literal(String(literal)))
                rest = rest[literal.endIndex...]
            }
        }
        return pieces
    }

    private static func check(_ name: String, in part: String) throws(PathLayoutError) {
        guard !name.isEmpty, name.utf8.allSatisfy({ isWord($0) }) else {
            throw PathLayoutError("'{\(name)}' is no name; a name has letters, digits and _ . -")
        }
        if PathField.saidByImporters.contains(name) { throw PathLayoutError("'\(name)' is what the results say, and no path") }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "_.-".utf8.contains(byte)
        }
    }
}

/// What is wrong with a pattern.
public struct PathLayoutError: Error, Sendable, Hashable {
    /// A sentence without a stop.
    public let message: String

    init(_ message: String) { self.message = message }
}
