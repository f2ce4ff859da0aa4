import AgentRuns
import Diagnostics
import TOMLReading

/// The kinds of value that plans have.
extension TOMLTableReader {
    /// A string that has to be there and has to say something.
    mutating func required(_ key: String) -> String? {
        guard keys.contains(key) else {
            reportMissing(key)
            return nil
        }
        guard let text = string(key) else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            report("'\(key)' is empty", at: key)
            return nil
        }
        return text
    }

    /// A whole number that is not too small.
    mutating func count(_ key: String, from least: Int) -> Int? {
        guard let number = integer(key) else { return nil }
        guard number >= least, number <= Int(Int32.max) else {
            report("'\(key)' must be a whole number from \(least) up", at: key)
            return nil
        }
        return number
    }

    /// A number of seconds or minutes.
    mutating func positive(_ key: String) -> Double? {
        guard let number = number(key) else { return nil }
        guard number > 0 else {
            report("'\(key)' must be more than 0", at: key)
            return nil
        }
        return number
    }

    /// One of a list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word? where Word.RawValue == String {
        guard let text = string(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let hint = suggestion(for: text, among: words, otherwise: "; it is one of " + words.joined(separator: ", "))
        report("unknown \(key) \(OptionValue.text(text).quoted)\(hint)", at: key)
        return nil
    }

    mutating func requiredWord<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word? where Word.RawValue == String {
        guard keys.contains(key) else {
            reportMissing(key)
            return nil
        }
        return word(key)
    }
}
