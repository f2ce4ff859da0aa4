import AgentRuns
import Diagnostics
import TOMLReading

extension ChartBlock {
    /// Reads a block's TOML, and holds every name in it against what the site's runs have.
    ///
    /// - Returns: `nil` where anything is wrong, which is then reported.
    static func read(_ source: ChartBlockSource, _ catalog: FieldCatalog, reporting diagnostics: inout [Diagnostic]) -> ChartBlock? {
        var problems: [Diagnostic] = []
        defer { diagnostics += problems.map(source.placed) }
        guard source.length <= longestBlock else {
            diagnostics.append(source.error("a chart block has at most \(longestBlock / 1000) kB; this one has \(source.length / 1000)"))
            return nil
        }
        guard var reader = source.toml.parse(reporting: &problems) else { return nil }
        let kind = reader.kind()
        var metric = reader.metric("metric", catalog)
        var against = reader.metric("against", catalog)
        if let kind, kind.keys.contains(.against), let first = metric {
            (metric, against) = reader.pair(first, against: against)
        }
        let grouping = reader.grouping(catalog)
        let (title, description) = (reader.words("title"), reader.words("description"))
        var filterReader = reader.table("where")
        let filters = filterReader?.filters(catalog) ?? []
        if let kind { reader.rejectKeys(without: kind) }
        let hasMetric = reader.keys.contains("metric")
        problems += (reader.finish() + (filterReader?.diagnostics ?? [])).sorted {
            ($0.location ?? SourceLocation("")) < ($1.location ?? SourceLocation(""))
        }
        guard problems.isEmpty, let kind else { return nil }
        guard hasMetric || !kind.needsMetric else {
            diagnostics.append(source.error("the chart has no metric; name one, such as metric = \"ttft\""))
            return nil
        }
        return ChartBlock(
            kind: kind, metric: metric, against: against, filters: filters, grouping: grouping, title: title, description: description)
    }

    private static let longestBlock = 64_000
}

extension TOMLTableReader {
    fileprivate mutating func kind() -> ChartBlockKind? {
        guard let name = string("kind") else { return keys.contains("kind") ? nil : ChartBlockKind.all.first }
        if let kind = ChartBlockKind.all.first(where: { $0.name == name }) { return kind }
        let names = ChartBlockKind.all.map(\.name)
        report("unknown kind \(OptionValue.text(name).quoted)\(hint(name, names, else: "the kinds are \(list(names))"))", at: "kind")
        return nil
    }

    fileprivate mutating func metric(_ key: String, _ catalog: FieldCatalog) -> Metric? {
        guard let id = string(key) else { return nil }
        if let metric = catalog.metric(id) { return metric }
        report("unknown metric \(OptionValue.text(id).quoted)\(hint(id, catalog.metricIDs, else: "one is 'ttft'"))", at: key)
        return nil
    }

    /// The metric that is drawn upwards and the one that is drawn across; TTFT goes across where only one of them is named.
    fileprivate mutating func pair(_ metric: Metric, against: Metric?) -> (up: Metric, across: Metric?) {
        var pair: (up: Metric, across: Metric?) = (metric, against)
        if !keys.contains("against") {
            if metric.id == .ttft {
                pair = (Metric(.outputThroughput) ?? metric, metric)
            } else if metric.unit.hasSuffix("/s") {
                pair.across = Metric(.ttft)
            } else {
                report("a scatter of '\(metric.id.rawValue)' needs a second metric; name it with 'against'", at: "metric")
            }
        }
        if let against, against.id == metric.id { report("'against' is the same metric; name another", at: "against") }
        return pair
    }

    fileprivate mutating func grouping(_ catalog: FieldCatalog) -> [RunField]? {
        guard let names = oneOrMoreStrings("group-by") else { return nil }
        var fields: [RunField] = []
        for (name, element) in names.prefix(Self.mistakeLimit) {
            guard let field = catalog.field(name) else {
                report(unknownField(name, catalog), at: "group-by", element: element)
                continue
            }
            if fields.contains(where: { $0.id == name }) {
                report("'\(name)' is there twice", at: "group-by", element: element)
            } else {
                fields.append(field)
            }
        }
        if names.count > Self.mistakeLimit {
            report("a chart is grouped by at most \(Self.mistakeLimit) fields", at: "group-by", element: Self.mistakeLimit)
        }
        return fields
    }

    /// Words for the page.
    fileprivate mutating func words(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        guard text.count <= Self.longestWords else {
            report("'\(key)' has at most \(Self.longestWords) characters; this one has \(text.count)", at: key)
            return nil
        }
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    /// Every key of the table `where`.
    fileprivate mutating func filters(_ catalog: FieldCatalog) -> [FieldFilter] {
        var filters: [FieldFilter] = []
        var mistakes = 0
        for name in keys where mistakes < Self.mistakeLimit {
            guard let field = catalog.field(name) else {
                reject(name, unknownField(name, catalog))
                mistakes += 1
                continue
            }
            let before = diagnostics.count
            if let values = values(of: field, catalog) { filters.append(FieldFilter(field: field, values: values)) }
            mistakes += diagnostics.count - before
        }
        return filters
    }

    /// The values of one filter, each of them one that some run has.
    private mutating func values(of field: RunField, _ catalog: FieldCatalog) -> Set<OptionValue>? {
        guard let wanted = oneOrMore(field.id, Self.expectedValue, { OptionValue(toml: $0) }) else { return nil }
        guard !wanted.isEmpty else {
            report("'\(field.id)' has no values, so no run would be drawn; name one, or leave it out", at: field.id)
            return nil
        }
        let known = catalog.values(of: field)
        let missing = wanted.filter { value, _ in !known.contains(value) }
        for (value, element) in missing.prefix(Self.mistakeLimit) {
            report(Self.noSuch(value, field, known), at: field.id, element: element)
        }
        if missing.count > Self.mistakeLimit {
            report("\(missing.count - Self.mistakeLimit) more values that no run has", at: field.id, element: missing[Self.mistakeLimit].element)
        }
        return Set(wanted.map(\.value))
    }

    fileprivate mutating func rejectKeys(without kind: ChartBlockKind) {
        let present = keys
        for key in ChartBlockKind.Key.allCases where !kind.keys.contains(key) && present.contains(key.rawValue) {
            reject(key.rawValue, "a chart of kind '\(kind.name)' has no '\(key.rawValue)'; leave it out")
        }
    }
}

extension TOMLTableReader {
    /// How many mistakes of one kind are named one by one.
    private static let mistakeLimit = 8
    private static let longestWords = 1000
    private static let expectedValue = "a string, a number, true or false, or an array of them"
    private static let longestList = 8

    private func unknownField(_ name: String, _ catalog: FieldCatalog) -> String {
        let names = catalog.fieldNames
        return "unknown field \(OptionValue.text(name).quoted)\(hint(name, names, else: "the fields are \(list(names))"))"
    }

    private static func noSuch(_ value: OptionValue, _ field: RunField, _ known: [OptionValue]) -> String {
        let sentence = "no run has \(field.id) \(value.quoted)"
        if known.isEmpty { return "no run has a value of '\(field.id)'" }
        if let same = known.first(where: { $0.description == value.description }) {
            return "\(sentence); its values are written \(same.isText ? "with" : "without") quotation marks"
        }
        if let word = likelyWord(for: value.description, among: known.filter(\.isText).map(\.description)) {
            return "\(sentence); did you mean '\(word)'?"
        }
        guard known.count <= longestList else { return sentence }
        let values = known.sorted { $0.sortKey < $1.sortKey }.map(\.quoted)
        return "\(sentence); \(values.count == 1 ? "they all have" : "the runs have") \(Self.joined(values))"
    }

    private func hint(_ word: String, _ known: [String], else alternative: String) -> String {
        likelyWord(for: word, among: known).map { "; did you mean '\($0)'?" } ?? "; \(alternative)"
    }

    private func list(_ names: [String]) -> String { Self.joined(names.map { "'\($0)'" }) }

    private static func joined(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}

extension OptionValue {
    /// A TOML value that an option can have; `nil` for dates, arrays and tables.
    fileprivate init?(toml value: TOMLValue) {
        if let text = value.string {
            self = .text(text)
        } else if let flag = value.boolean {
            self = .flag(flag)
        } else if let number = value.number {
            self = .number(number)
        } else {
            return nil
        }
    }

    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
