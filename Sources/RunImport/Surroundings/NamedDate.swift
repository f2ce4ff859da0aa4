import AgentRuns

/// A date in the name of a file or folder, or in a line of text: one that can be read in one way, or one whose readings differ.
struct NamedDate: Sendable, Hashable {
    /// As it is written.
    var text: String
    /// One, or several where the order of day and month is anybody's guess, or where there are several dates.
    var readings: [Timestamp]

    /// The one reading; `nil` where there are several.
    var timestamp: Timestamp? { readings.count == 1 ? readings[0] : nil }

    /// The date in a text; several different ones leave open which it is.
    ///
    /// - Parameter foreign: texts that have dates of their own, such as a model's name: a date that stands in one of them is not the run's.
    init?(in text: String, notOf foreign: [String] = []) {
        let bare = foreign.map(Self.bare)
        let found = DateScanner(text).dates().filter { date in !bare.contains { $0.contains(Self.bare(date.text)) } }
        guard let first = found.first else { return nil }
        let days = Set(found.flatMap { $0.readings.map(\.date) })
        if days.count > 1, found.count > 1 {
            self.init(text: found.map(\.text).joined(separator: " … "), readings: found.flatMap(\.readings))
        } else {
            // Of a date that is written twice the fuller one counts.
            self = found.first { $0.timestamp?.timeOfDay != nil } ?? first
        }
    }

    /// The date that a text is and nothing else.
    init?(whole text: String) {
        guard let date = DateScanner(text).dates().first, date.text.utf8.count == text.utf8.count else { return nil }
        self = date
    }

    init(text: String, readings: [Timestamp]) {
        self.text = text
        self.readings = readings
    }

    private static func bare(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) })
    }
}
