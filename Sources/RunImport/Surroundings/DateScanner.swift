import AgentRuns

/// Finds dates in names: `2026-03-02`, `20260302-101500`, `02-Mar-2026`, `2.3.2026` and their like, with or without a time.
///
/// Numbers that are no dates are left alone: parts of longer numbers and of hashes, versions behind a `v`, years before 2000 and after 2100.
struct DateScanner {
    private let tokens: [DateToken]

    init(_ text: String) {
        tokens = DateToken.tokens(of: text)
    }

    /// Every date, from left to right.
    func dates() -> [NamedDate] {
        var found: [NamedDate] = []
        var place = 0
        while place < tokens.count {
            if let (date, end) = date(at: place) {
                found.append(date)
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    private func date(at start: Int) -> (NamedDate, end: Int)? {
        guard let (days, end) = days(at: start) else { return nil }
        if let (time, timeEnd) = days.inner ?? time(behind: end) {
            return (named(days.readings.map { $0 + time }, start..<timeEnd), timeEnd)
        }
        return (named(days.readings, start..<end), end)
    }

    private func named(_ readings: [String], _ range: Range<Int>) -> NamedDate {
        NamedDate(text: tokens[range].map(\.text).joined(), readings: readings.compactMap { Timestamp($0) })
    }

    private struct Days {
        /// `2026-03-02`; several where day and month may be swapped.
        var readings: [String]
        /// The time, where it stands within the date or is one number with it.
        var inner: (String, end: Int)?
    }

    private func days(at start: Int) -> (Days, end: Int)? {
        compact(at: start) ?? yearFirst(at: start) ?? yearLast(at: start) ?? monthNamed(at: start)
    }

    private func token(_ place: Int) -> DateToken? { tokens.indices.contains(place) ? tokens[place] : nil }
}

/// The orders of a date.
extension DateScanner {
    /// `20260302`, and with the time `202603021015` or `20260302101500`.
    private func compact(at start: Int) -> (Days, end: Int)? {
        guard let digits = token(start)?.digits, [8, 12, 14].contains(digits.count), !isPartOfWord(start) else { return nil }
        guard let day = Self.day(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6).prefix(2)) else { return nil }
        if digits.count == 8 { return (Days(readings: [day]), start + 1) }
        let clock = String(digits.dropFirst(8))
        guard let time = Self.clock(clock.count == 4 ? clock + "00" : clock) else { return nil }
        return (Days(readings: [day], inner: (time + zone(at: start + 1).text, zone(at: start + 1).end)), start + 1)
    }

    /// `2026-03-02`, `2026_3_2`.
    private func yearFirst(at start: Int) -> (Days, end: Int)? {
        guard let (parts, separator) = numbers(at: start), parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
        else { return nil }
        let isPadded = parts[1].count == 2 && parts[2].count == 2
        // `2025.3.1` is the version of something, and `2048-8-16` may be lengths and a load.
        if !isPadded, separator == "." || parts[0] >= "2040" { return nil }
        guard let day = Self.day(parts[0], parts[1], parts[2]) else { return nil }
        return (Days(readings: [day]), start + 5)
    }

    /// `2.3.2026`, whose dots mean that the day comes first, and `02-03-2026`, which may be either.
    private func yearLast(at start: Int) -> (Days, end: Int)? {
        guard let (parts, separator) = numbers(at: start), parts[2].count == 4, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count)
        else { return nil }
        if separator == "." { return Self.day(parts[2], parts[1], parts[0]).map { (Days(readings: [$0]), start + 5) } }
        guard separator == "/" || (parts[0].count == 2 && parts[1].count == 2) else { return nil }
        let readings = [Self.day(parts[2], parts[1], parts[0]), Self.day(parts[2], parts[0], parts[1])].compactMap(\.self)
        guard let first = readings.first else { return nil }
        return (Days(readings: readings.dropFirst().contains(first) ? [first] : readings), start + 5)
    }

    /// Three numbers with the same mark between them, which are no part of a longer row of numbers.
    private func numbers(at start: Int) -> (parts: [String], separator: String)? {
        guard let first = token(start)?.digits, let separator = token(start + 1)?.text, Self.separators.contains(separator),
            let second = token(start + 2)?.digits, token(start + 3)?.text == separator, let third = token(start + 4)?.digits
        else { return nil }
        let isVersion = token(start - 1)?.text.lowercased() == "v"
        let goesOn = separator == "." && (token(start + 5)?.text == "." && token(start + 6)?.digits != nil)
        let goesBack = separator == "." && token(start - 1)?.text == "." && token(start - 2)?.digits != nil
        return isVersion || goesOn || goesBack ? nil : ([first, second, third], separator)
    }

    private static let separators: Set<String> = ["-", "_", ".", "/", " "]

    /// `02-Mar-2026`, `Mar-02-2026`, `March 2, 2026`, `2026-Mar-02`, `Mar  2 10:15:00 UTC 2026`.
    private func monthNamed(at start: Int) -> (Days, end: Int)? {
        if let month = token(start)?.month {
            guard let dayPlace = next(start), let day = token(dayPlace)?.digits, day.count <= 2 else { return nil }
            if let yearPlace = next(dayPlace), let year = token(yearPlace)?.digits, let date = Self.day(year, month, day) {
                return (Days(readings: [date]), yearPlace + 1)
            }
            return unixDate(month, day, behind: dayPlace + 1)
        }
        guard let number = token(start)?.digits, let monthPlace = next(start), let month = token(monthPlace)?.month, let endPlace = next(monthPlace),
            let other = token(endPlace)?.digits, token(start - 1)?.isMark ?? true
        else { return nil }
        let date = number.count == 4 ? Self.day(number, month, other) : Self.day(other, month, number)
        return date.map { (Days(readings: [$0]), endPlace + 1) }
    }

    /// The rest of what `date` prints: the time, words such as a zone's, the year.
    private func unixDate(_ month: String, _ day: String, behind start: Int) -> (Days, end: Int)? {
        guard let (time, end) = time(behind: start) else { return nil }
        var place = end
        while let token = token(place), place < end + 5, token.digits == nil { place += 1 }
        guard let year = token(place)?.digits, let date = Self.day(year, month, day) else { return nil }
        return (Days(readings: [date], inner: (time, place + 1)), place + 1)
    }

    /// The next token that is no mark.
    private func next(_ place: Int) -> Int? {
        guard let token = token(place + 1) else { return nil }
        if !token.isMark { return place + 1 }
        return token.text.utf8.count <= 2 && self.token(place + 2)?.isMark == false ? place + 2 : nil
    }

    /// Whether a number is part of a hash, or the number of a version.
    private func isPartOfWord(_ place: Int) -> Bool {
        if token(place - 1)?.text.lowercased() == "v" { return true }
        var word = ""
        var left = place - 1
        while let token = token(left), !token.isMark {
            word = token.text + word
            left -= 1
        }
        var right = place + 1
        while let token = token(right), !token.isMark {
            word += token.text
            right += 1
        }
        return word.utf8.count > 1 && word.lowercased().utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    private static func day(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol) -> String? {
        guard year.utf8.count == 4, let number = Int(year), (2000...2100).contains(number) else { return nil }
        let text = "\(year)-\(padded(month))-\(padded(day))"
        return Timestamp(text) == nil ? nil : text
    }

    private static func padded(_ number: some StringProtocol) -> String { number.utf8.count == 1 ? "0\(number)" : String(number) }
}

/// The time behind a date.
extension DateScanner {
    /// The time that begins at a mark or a `T`: `T10-15-00`, ` 10:15:00.25Z`, `_101500`, `_10-15`.
    private func time(behind end: Int) -> (String, end: Int)? {
        guard let first = token(end) else { return nil }
        let isT = first.text.lowercased() == "t" || first.text.lowercased() == "at"
        guard isT || first.isMark, first.text.utf8.count <= 2 else { return nil }
        var start = end + 1
        if !isT, let second = token(start), ["t", "at"].contains(second.text.lowercased()) { start += token(start + 1)?.isMark == true ? 2 : 1 }
        guard let digits = token(start)?.digits else { return nil }
        if digits.count == 6 { return Self.clock(digits).map { withZone($0, at: start + 1) } }
        if digits.count == 4, isT { return Self.clock(digits + "00").map { withZone($0, at: start + 1) } }
        return clock(at: start, behind: first.text)
    }

    /// `10-15-00`, `10h15m00s`, and `10-15` where another mark stands before it than between date's numbers.
    private func clock(at start: Int, behind mark: String) -> (String, end: Int)? {
        guard let hour = token(start)?.digits, hour.count <= 2, let separator = token(start + 1)?.text,
            [":", "-", "_", ".", "h"].contains(separator), let minute = token(start + 2)?.digits, minute.count == 2
        else { return nil }
        let between = token(start + 3)?.text
        if between == separator || (separator == "h" && between == "m"), let second = token(start + 4)?.digits, second.count == 2 {
            guard let clock = Self.clock(Self.padded(hour) + minute + second) else { return nil }
            let end = token(start + 5)?.text == "s" ? start + 6 : start + 5
            let (fine, fineEnd) = fraction(clock, at: end)
            return withZone(fine, at: fineEnd)
        }
        guard mark != separator, hour.count == 2, separator != "." else { return nil }
        return Self.clock(hour + minute + "00").map { withZone($0, at: start + 3) }
    }

    private func fraction(_ clock: String, at end: Int) -> (String, end: Int) {
        guard let point = token(end)?.text, point == "." || point == ",", let digits = token(end + 1)?.digits, digits.count <= 9 else {
            return (clock, end)
        }
        return ("\(clock).\(digits)", end + 2)
    }

    private func withZone(_ clock: String, at place: Int) -> (String, end: Int) {
        if let (afternoon, end) = halfOfDay(clock, at: place) { return (afternoon + zone(at: end).text, zone(at: end).end) }
        return (clock + zone(at: place).text, zone(at: place).end)
    }

    /// `10:15:00 PM`.
    private func halfOfDay(_ clock: String, at place: Int) -> (String, end: Int)? {
        let start = token(place)?.text == " " ? place + 1 : place
        guard let word = token(start)?.text.lowercased(), word == "am" || word == "pm", let hour = Int(clock.dropFirst().prefix(2)),
            (1...12).contains(hour)
        else { return nil }
        let whole = hour % 12 + (word == "pm" ? 12 : 0)
        return ("T\(Self.padded(String(whole)))\(clock.dropFirst(3))", start + 1)
    }

    /// `Z`, ` UTC`, `+01:00`, `+0100`, behind a time; nothing where there is none.
    private func zone(at place: Int) -> (text: String, end: Int) {
        let start = token(place)?.text == " " ? place + 1 : place
        guard let token = token(start) else { return ("", place) }
        if token.text == "Z" || token.text == "z" { return ("Z", start + 1) }
        if start > place, token.text == "UTC" || token.text == "GMT" { return ("Z", start + 1) }
        guard token.text == "+" || (start > place && token.text == "-"), let digits = self.token(start + 1)?.digits else { return ("", place) }
        if digits.count == 4 { return ("\(token.text)\(digits.prefix(2)):\(digits.dropFirst(2))", start + 2) }
        if digits.count == 2, self.token(start + 2)?.text == ":", let minutes = self.token(start + 3)?.digits, minutes.count == 2 {
            return ("\(token.text)\(digits):\(minutes)", start + 4)
        }
        return ("", place)
    }

    /// `T10:15:00` of `101500`; `nil` for what no clock shows.
    private static func clock(_ digits: String) -> String? {
        let parts = [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.dropFirst(4)]
        guard digits.utf8.count == 6, Int(parts[0]) ?? 24 < 24, Int(parts[1]) ?? 60 < 60, Int(parts[2]) ?? 60 < 60 else { return nil }
        return "T" + parts.joined(separator: ":")
    }
}
