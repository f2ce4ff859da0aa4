import AgentRuns
import Files
import JSON
import SystemPackage

/// Files that say when the results beside them were made: `run_meta.json`, `timestamp.txt` and their like.
struct BesideFiles {
    /// What such a file says, and where it lies.
    struct Statement: Sendable {
        var date: NamedDate
        var relative: String
    }

    private var cached: [String: [(name: String, date: NamedDate)]] = [:]

    /// The date that a file in a folder of results says.
    ///
    /// - Parameters:
    ///   - found: the file of the results.
    ///   - level: how many folders up to look, 0 for the file's own.
    mutating func statement(for found: FoundFile, level: Int) -> Statement? {
        let folder = found.relative.split(separator: "/").dropLast(level + 1).joined(separator: "/")
        let dates = found.state.map { Self.dates(in: $0.beside, folder: folder) } ?? onDisk(folder: found.folderPath(level: level))
        return dates.first { entry in level > 0 || entry.name != found.name }.map { entry in
            Statement(date: entry.date, relative: folder.isEmpty ? entry.name : "\(folder)/\(entry.name)")
        }
    }

    private mutating func onDisk(folder: FilePath) -> [(name: String, date: NamedDate)] {
        if let known = cached[folder.string] { return known }
        let names = ((try? Files.entries(of: folder)) ?? []).filter { Self.rank(of: $0) != nil }
        let dates = Self.sorted(names).compactMap { name -> (name: String, date: NamedDate)? in
            let path = folder.appending(name)
            guard Files.kind(of: path) == .file, let bytes = try? Files.read(path) else { return nil }
            return Self.date(in: bytes).map { (name, $0) }
        }
        cached[folder.string] = dates
        return dates
    }

    private static func dates(in snapshot: [String: [UInt8]], folder: String) -> [(name: String, date: NamedDate)] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        let names = snapshot.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.filter { !$0.contains("/") }
        return sorted(names).compactMap { name in snapshot[prefix + name].flatMap(date).map { (name, $0) } }
    }

    /// Whether a file of a name can be one.
    static func isOne(_ name: String) -> Bool { rank(of: name) != nil }

    /// Names in lower case without marks, the more telling ones first.
    private static let names = [
        "runmetajson", "runmetadatajson", "metajson", "metadatajson", "runinfojson", "infojson", "timestamp", "timestamptxt", "startedat",
        "startedattxt", "starttime", "starttimetxt", "datetime", "datetimetxt", "date", "datetxt",
    ]

    private static func rank(of name: String) -> Int? { names.firstIndex(of: bare(name)) }

    private static func sorted(_ names: [String]) -> [String] {
        names.map { (rank: rank(of: $0) ?? 0, name: $0) }.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.name)
    }

    private static func bare(_ text: String) -> String { text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
}

/// What such files hold.
extension BesideFiles {
    private static let keys = [
        "startedat", "starttime", "started", "timestamp", "datetime", "date", "runat", "rundate", "time", "testtime", "createdat", "begin",
    ]

    static func date(in bytes: [UInt8]) -> NamedDate? {
        guard bytes.count < 1 << 20 else { return nil }
        let recorded = JSON.recorded(parsing: bytes, skimming: [])
        if recorded.failure == nil, let object = recorded.flattened.first(where: { $0.members != nil }) {
            let inner = (object.members ?? []).map(\.value).filter { $0.members != nil }
            return ([object] + inner).lazy.compactMap(date(of:)).first
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.first { $0.contains { !$0.isWhitespace } }.flatMap { date(of: trimmed($0)) }
    }

    private static func date(of object: JSON) -> NamedDate? {
        let members = Dictionary((object.members ?? []).map { (bare($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        if let day = members["date"]?.string, let time = members["time"]?.string, let both = date(of: "\(day) \(time)"),
            both.timestamp?.timeOfDay != nil
        {
            return both
        }
        return keys.lazy.compactMap { members[$0] }.compactMap { value in
            value.number.flatMap(epoch) ?? value.string.flatMap(date(of:))
        }.first
    }

    private static func date(of text: String) -> NamedDate? {
        if let time = Timestamp(text), (2000...2100).contains(time.year) { return NamedDate(text: text, readings: [time]) }
        return Double(text).flatMap(epoch) ?? NamedDate(in: text)
    }

    /// Seconds since 1970, or thousandths, millionths or billionths of them, told by their size.
    private static func epoch(_ number: Double) -> NamedDate? {
        let seconds = [1, 1e3, 1e6, 1e9].lazy.map { number / $0 }.first { (946_684_800..<4_133_980_800).contains($0) }
        return Timestamp.epoch(seconds: seconds).map { NamedDate(text: $0.text, readings: [$0]) }
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
