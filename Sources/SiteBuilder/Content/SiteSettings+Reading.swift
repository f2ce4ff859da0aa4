import AgentRuns
public import Diagnostics
import Files
public import SystemPackage
import TOMLReading

extension SiteSettings {
    /// Reads `site.toml` of a content folder; a site without one has the defaults.
    ///
    /// - Returns: the settings, with the default for every key that is missing or wrong, and what is wrong.
    public static func load(content: FilePath) -> (SiteSettings, [Diagnostic]) {
        let path = content.appending("site.toml")
        guard EntryKind(of: path) != .missing else { return (SiteSettings(), []) }
        guard Files.kind(of: path) == .file else {
            return (SiteSettings(), [.error("not a file that can be read", at: SourceLocation(path.string))])
        }
        do {
            return read(try Files.read(path), path: path.string)
        } catch {
            return (SiteSettings(), [error.diagnostic])
        }
    }

    static func read(_ bytes: [UInt8], path: String) -> (SiteSettings, [Diagnostic]) {
        var settings = SiteSettings()
        var diagnostics: [Diagnostic] = []
        guard var reader = TOMLSource(bytes, path: path).parse(reporting: &diagnostics) else { return (settings, diagnostics) }
        settings.title = reader.string("title") ?? settings.title
        settings.description = reader.string("description") ?? settings.description
        settings.readLanguage(&reader)
        settings.readBaseURL(&reader)
        settings.baselines = reader.strings("baselines") ?? []
        settings.comparisons = reader.pairs("comparisons")?.map { Comparison($0, $1) } ?? []
        settings.noteNames(reader)
        settings.readColdLoad(&reader)
        settings.readCommitURL(&reader)
        if let table = reader.table("judging") { diagnostics += settings.readJudging(table) }
        settings.mainBranch = reader.string("main-branch")
        if var table = reader.table("series") {
            settings.series = SeriesRules(ignore: Set(table.strings("ignore") ?? []), split: Set(table.strings("split") ?? []))
            diagnostics += table.finish()
        }
        // These belong to parts of the program that read them on their own; here they only have to be tables.
        for section in ["privacy", "claims", "limits"] { _ = reader.table(section) }
        return (settings, diagnostics + reader.finish())
    }

    private mutating func readLanguage(_ reader: inout TOMLTableReader) {
        guard let tag = reader.string("language") else { return }
        if tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil {
            language = tag
        } else {
            reader.report("'language' must be a language tag such as \"en\" or \"pt-BR\"", at: "language")
        }
    }

    private mutating func readBaseURL(_ reader: inout TOMLTableReader) {
        guard let text = reader.string("base-url") else { return }
        baseURL = Self.baseURL(text)
        if baseURL == nil {
            reader.report("'base-url' must be an address such as \"https://example.org/runs/\", without '?' and '#'", at: "base-url")
        }
    }

    /// Keeps the place of every name that only the runs can tell to be wrong.
    private mutating func noteNames(_ reader: TOMLTableReader) {
        func note(_ name: String, _ key: String, _ element: Int) {
            guard unknownNames[name] == nil else { return }
            unknownNames[name] = reader.diagnostic("no run, suite or configuration is called '\(name)'", at: key, element: element)
        }
        for (element, name) in baselines.enumerated() { note(name, "baselines", element) }
        for (element, pair) in comparisons.enumerated() {
            note(pair.a, "comparisons", element)
            note(pair.b, "comparisons", element)
        }
    }

    private mutating func readJudging(_ table: TOMLTableReader) -> [Diagnostic] {
        var table = table
        var found: [Diagnostic] = []
        judging.smallestChange = Self.smallestChange(&table)
        let names = Metric.registry.map(\.id.rawValue)
        for name in table.keys where name != "smallest-change" {
            guard var metric = table.table(name) else { continue }
            if !names.contains(name) { table.report("unknown metric '\(name)'\(suggestion(for: name, among: names))", at: name) }
            judging.byMetric[MetricID(rawValue: name)] = Self.smallestChange(&metric)
            found += metric.finish()
        }
        return found + table.finish()
    }

    private static func smallestChange(_ table: inout TOMLTableReader) -> Double? {
        guard let share = table.number("smallest-change") else { return nil }
        if share > 0, share < 1 { return share }
        table.report("'smallest-change' is a share between 0 and 1, such as 0.05 for 5 %", at: "smallest-change")
        return nil
    }

    private mutating func readCommitURL(_ reader: inout TOMLTableReader) {
        guard let text = reader.string("commit-url") else { return }
        if Self.baseURL(text.replacing("{commit}", with: "")) != nil, text.contains("{commit}") {
            commitURL = text
        } else {
            reader.report(
                "'commit-url' must be an address with '{commit}' in it, such as \"https://example.org/project/commit/{commit}\"", at: "commit-url")
        }
    }

    private mutating func readColdLoad(_ reader: inout TOMLTableReader) {
        guard let milliseconds = reader.number("cold-load-ms") else { return }
        if milliseconds > 0 {
            coldLoad = milliseconds
        } else {
            reader.report("'cold-load-ms' must be more than 0", at: "cold-load-ms")
        }
    }
}
