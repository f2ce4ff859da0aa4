import AgentRuns

extension PathLayout {
    /// What a path says.
    struct Match: Sendable, Hashable {
        /// Fields and options by id.
        var values: [String: OptionValue] = [:]
        var date: NamedDate?
        var suite: String?
        var run: String?
    }

    /// Reads a file's path, from the folder that was imported or, where the pattern is longer, from a folder above it; `nil` where it does not fit.
    func match(_ found: FoundFile) -> Match? {
        let below = found.folder.relative + [found.name]
        let missing = max(parts.count - below.count, 0)
        let above = parts.contains(.anyFolders) ? [] : found.folder.parts.prefix(found.folder.rootDepth).suffix(missing)
        return match(path: Array(above + below))
    }

    func match(path: [String]) -> Match? {
        guard let texts = Self.texts(of: parts[...], in: path[...], [:]) else { return nil }
        var match = Match()
        for (name, text) in texts where !Self.dateParts.contains(name) {
            switch name {
            case "date": match.date = NamedDate(whole: text)
            case "suite": match.suite = text
            case "run": match.run = text
            default: match.values[name] = Self.value(text)
            }
        }
        if let year = texts["year"], let month = texts["month"], let day = texts["day"] {
            match.date = NamedDate(whole: [year, month, day].map { $0.utf8.count == 1 ? "0\($0)" : $0 }.joined(separator: "-"))
        }
        return match
    }

    private static func texts(of parts: ArraySlice<Part>, in path: ArraySlice<String>, _ taken: [String: String]) -> [String: String]? {
        guard let part = parts.first else { return path.isEmpty ? taken : nil }
        switch part {
        case .anyFolders:
            return (0...path.count).lazy.compactMap { texts(of: parts.dropFirst(), in: path.dropFirst($0), taken) }.first
        case .name(let pieces):
            guard let name = path.first else { return nil }
            return texts(of: pieces[...], in: name[...], taken) { texts(of: parts.dropFirst(), in: path.dropFirst(), $0) }
        }
    }

    /// Tries the longest text for each name first; what comes after it decides.
    private static func texts(
        of pieces: ArraySlice<Piece>, in name: Substring, _ taken: [String: String], then rest: ([String: String]) -> [String: String]?
    ) -> [String: String]? {
        guard let piece = pieces.first else { return name.isEmpty ? rest(taken) : nil }
        let others = pieces.dropFirst()
        switch piece {
        case .literal(let text):
            return name.hasPrefix(text) ? texts(of: others, in: name.dropFirst(text.count), taken, then: rest) : nil
        case .anything:
            for end in ends(of: name, from: 0) {
                if let texts = texts(of: others, in: name[end...], taken, then: rest) { return texts }
            }
        case .field(let field):
            for end in ends(of: name, from: 1) {
                let text = String(name[..<end])
                guard taken[field].map({ $0 == text }) ?? fits(text, field) else { continue }
                let known = taken.merging([field: text]) { first, _ in first }
                if let texts = texts(of: others, in: name[end...], known, then: rest) { return texts }
            }
        }
        return nil
    }

    /// The places at which a text of at least so many characters can end, the last one first.
    private static func ends(of name: Substring, from least: Int) -> [Substring.Index] {
        (name.indices + [name.endIndex]).dropFirst(least).reversed()
    }

    /// Whether a text can be a value: dates must be dates, and what is counted in units must be a number.
    private static func fits(_ text: String, _ field: String) -> Bool {
        switch field {
        case "date": NamedDate(whole: text) != nil
        case "year": text.utf8.count == 4 && Int(text) != nil
        case "month": DateToken.tokens(of: text).first?.month != nil || Int(text).map((1...12).contains) ?? false
        case "day": text.utf8.count <= 2 && Int(text).map((1...31).contains) ?? false
        default: RunField.option(field).unit == nil || number(text) != nil || text == "inf"
        }
    }

    private static func value(_ text: String) -> OptionValue { number(text).map(OptionValue.number) ?? .text(text) }

    private static func number(_ text: String) -> Double? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") } ? Double(text) : nil
    }

    /// Whether two values can mean the same: names of models and machines are shortened in paths.
    static func agree(_ left: OptionValue, _ right: OptionValue) -> Bool {
        if case .number(let first) = left, case .number(let second) = right { return first == second }
        let texts = [left, right].map { $0.description.lowercased().filter { $0.isLetter || $0.isNumber } }
        return texts[0].contains(texts[1]) || texts[1].contains(texts[0])
    }
}

extension PathLayout.Match {
    /// Puts the run where the path says that it belongs.
    func place(_ run: inout Run, isOneOfSeveral: Bool) {
        if let name = self.run {
            let last = run.id.split(separator: "/").last.map { "/\($0)" } ?? ""
            run.id = "\(run.suite)/\(Slug.path(name))" + (isOneOfSeveral ? last : "")
        }
        if let suite { run.move(to: Slug.path(suite)) }
    }
}
