import AgentRuns

/// The date that the names of a file and its folders tell.
struct PathDate {
    enum Finding: Sendable {
        case dated(SurroundingFacts.Time)
        /// A date whose readings differ, and the name that it stands in.
        case ambiguous(NamedDate, name: String)
    }

    /// The folders' names from the first that may be read, then the file's.
    private let names: [String]
    private let foreign: [String]

    /// - Parameter foreign: texts of the results whose dates are not theirs, such as the model's name.
    init(_ found: FoundFile, foreign: [String]) {
        names = RunIdentity.tellingStart(of: found.folder).map { Array(found.folder.parts[$0...]) + [found.name] } ?? [found.name]
        self.foreign = foreign
    }

    /// How many folders may be read.
    var folderCount: Int { names.count - 1 }

    /// The date of the file's own name, or of the folder so many levels up from it.
    func finding(level: Int?) -> Finding? {
        let place = level.map { names.count - 2 - $0 } ?? names.count - 1
        guard names.indices.contains(place) else { return nil }
        let source = level == nil ? TimeSource.fileName : .folderName
        if let date = NamedDate(in: names[place], notOf: foreign) { return finding(date, source, name: names[place], place) }
        // The year, the month and the day may be folders of their own.
        for count in [3, 2] where place - count + 1 >= 0 {
            let parts = names[(place - count + 1)...place].map(Self.value)
            let joined = parts.joined(separator: "-")
            if parts[0].utf8.count == 4, let date = NamedDate(whole: joined) { return finding(date, source, name: joined, place) }
        }
        return place > 0 ? dayWithoutYear(names[place - 1], names[place]) : nil
    }

    private func finding(_ date: NamedDate, _ source: TimeSource, name: String, _ place: Int) -> Finding {
        guard let timestamp = date.timestamp else { return .ambiguous(date, name: name) }
        let clock = timestamp.timeOfDay == nil ? names[(place + 1)...].lazy.compactMap(Self.clock).first : nil
        let whole = clock.flatMap { Timestamp("\(timestamp.text)T\($0)") } ?? timestamp
        return .dated(SurroundingFacts.Time(timestamp: whole, source: source))
    }

    /// `03/02`: two folders that may be a day and a month, in either order, of a year that nobody says.
    private func dayWithoutYear(_ first: String, _ second: String) -> Finding? {
        let numbers = [first, second].map { $0.utf8.count == 2 ? Int($0) ?? 0 : 0 }
        guard numbers.allSatisfy({ (1...12).contains($0) }), numbers[0] != numbers[1] else { return nil }
        return .ambiguous(NamedDate(text: "\(first)/\(second)", readings: []), name: "\(first)/\(second)")
    }

    /// `02` of `day=02` and of `02.json`.
    private static func value(_ name: String) -> String {
        let stem = stem(name)
        guard let equals = stem.firstIndex(of: "="), ["year", "month", "day", "y", "m", "d"].contains(stem[..<equals].lowercased()) else {
            return stem
        }
        return String(stem[stem.index(after: equals)...])
    }

    /// `10:15:00` where a whole name is `10-15-00`, `101500` or `10-15`.
    private static func clock(_ name: String) -> String? {
        NamedDate(whole: "20000101T\(stem(name))")?.timestamp.flatMap { $0.timeOfDay == nil ? nil : String($0.text.dropFirst(11)) }
    }

    private static func stem(_ name: String) -> String {
        name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
    }
}
