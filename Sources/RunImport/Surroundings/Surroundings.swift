import AgentRuns
import Diagnostics

/// Tells runs what their files do not say and what lies around the files does: the names of files and folders, files beside them, commits.
///
/// A run's own time stands above everything; then a file beside the results, the file's name, the nearest folder's name, the file's commit, and the
/// time that the user gave. A date with several readings is asked about, and never guessed.
struct Surroundings {
    private let date: Timestamp?
    private let layout: PathLayout?
    private var beside = BesideFiles()
    private var questions: [String: Question] = [:]
    private var contradictions: [String: Contradiction] = [:]
    /// Files that told a time, from the folder that was imported.
    private(set) var tellingFiles: Set<String> = []
    /// Results whose path does not fit the layout.
    private(set) var unfit: Set<String> = []

    private struct Question {
        var date: NamedDate
        var path: String
        var files: Set<String>
    }

    private struct Contradiction {
        var path: String
        var message: String
        var files: Set<String>
    }

    init(_ options: ImportOptions) {
        date = options.date
        layout = options.layout
    }

    /// Completes a run from what lies around the file that gave its figures.
    ///
    /// - Parameters:
    ///   - isOneOfSeveral: whether the file holds other runs, so that a name from the path stands for all of them.
    ///   - takesDatesFromNames: whether names and files beside the run's may tell its time unasked.
    mutating func complete(_ run: Run, from found: FoundFile, isOneOfSeveral: Bool, takingDatesFromNames takesDatesFromNames: Bool) -> Run {
        var facts = SurroundingFacts()
        let match = layout?.match(found)
        if layout != nil, match == nil { unfit.insert(found.relative) }
        facts.fromPath = match?.values ?? [:]
        facts.commit = found.commit.map { .text($0.shortID) }
        if !run.hasOwnTime {
            let named = takesDatesFromNames || match?.date != nil ? namedTime(of: run, in: found, match) : .none
            facts.time = time(of: found, named)
        }
        if let match { compare(match.values, with: run, in: found) }
        var complete = run.adopting(facts)
        match?.place(&complete, isOneOfSeveral: isOneOfSeveral)
        return complete
    }

    private mutating func time(of found: FoundFile, _ named: NamedTime) -> SurroundingFacts.Time? {
        if case .known(let time) = named { return time }
        if let commit = found.commit { return .init(timestamp: commit.time, source: .commit) }
        if let date { return .init(timestamp: date, source: .given) }
        if case .doubtful(let date, let name) = named { ask(date, found, name: name) }
        return nil
    }

    private enum NamedTime {
        case known(SurroundingFacts.Time)
        case doubtful(NamedDate, name: String)
        case none
    }

    private mutating func namedTime(of run: Run, in found: FoundFile, _ match: PathLayout.Match?) -> NamedTime {
        let names = PathDate(found, foreign: Self.texts(of: run))
        var doubt: (date: NamedDate, name: String)?
        for level in 0..<max(names.folderCount, 1) {
            for finding in findings(in: found, level: level, names, match) {
                switch finding {
                case .dated(let time): if doubt.map({ $0.date.allows(time.timestamp) }) ?? true { return .known(time) }
                case .ambiguous(let date, let name): doubt = doubt ?? (date, name)
                }
            }
        }
        return doubt.map { .doubtful($0.date, name: $0.name) } ?? .none
    }

    /// What is told at a level above the file, in the order of trust.
    private mutating func findings(in found: FoundFile, level: Int, _ names: PathDate, _ match: PathLayout.Match?) -> [PathDate.Finding] {
        var findings: [PathDate.Finding] = []
        if level <= found.folder.relative.count, let statement = beside.statement(for: found, level: level) {
            tellingFiles.insert(statement.relative)
            findings.append(Self.finding(statement.date, .fileBeside, name: statement.relative))
        }
        if let date = match?.date { return findings + [Self.finding(date, .path, name: found.relative)] }
        let named = [level == 0 ? names.finding(level: nil) : nil, names.finding(level: level)]
        return findings + named.compactMap(\.self)
    }

    private static func finding(_ date: NamedDate, _ source: TimeSource, name: String) -> PathDate.Finding {
        date.timestamp.map { .dated(.init(timestamp: $0, source: source)) } ?? .ambiguous(date, name: name)
    }

    /// What results say of themselves in words; a date in it is that of a model, an image or a build.
    private static func texts(of run: Run) -> [String] {
        run.executions.flatMap { execution in
            [execution.model].compactMap(\.self)
                + execution.configuration.options.values.compactMap { value in
                    guard case .text(let text) = value else { return nil }
                    return text
                }
        } + [run.producer.version].compactMap(\.self)
    }

    private mutating func ask(_ date: NamedDate, _ found: FoundFile, name: String) {
        questions[name, default: Question(date: date, path: found.path.string, files: [])].files.insert(found.relative)
    }

    private mutating func compare(_ values: [String: OptionValue], with run: Run, in found: FoundFile) {
        for (name, value) in values {
            let own = run.executions.lazy.compactMap { PathField.field(name).value(run, $0) }.first { !PathLayout.agree($0, value) }
            guard let own else { continue }
            let message = "the path says \(name) '\(value)', the results '\(own)'; theirs is kept"
            contradictions["\(name)=\(value)/\(own)", default: Contradiction(path: found.path.string, message: message, files: [])].files
                .insert(found.relative)
        }
    }

    /// What the user should know, and can answer.
    var diagnostics: [Diagnostic] {
        let asked = questions.sorted { $0.key < $1.key }.map { name, question in
            Diagnostic.warning("\(question.date.question)\(Self.more(question.files))", at: SourceLocation(question.path))
        }
        let contradicted = contradictions.sorted { $0.key < $1.key }.map { _, found in
            Diagnostic.warning(found.message + Self.more(found.files), at: SourceLocation(found.path))
        }
        return asked + contradicted
    }

    private static func more(_ files: Set<String>) -> String { files.count < 2 ? "" : " (and so in \(files.count - 1) more)" }
}

extension NamedDate {
    /// Whether a time is on one of the days that this date may be.
    func allows(_ time: Timestamp) -> Bool { readings.contains { $0.date == time.date } }

    /// What the user is asked.
    var question: String {
        guard !readings.isEmpty else {
            return "'\(text)' may be a day and a month of a year that it does not say; the run stays undated: give the date with --date"
        }
        let days = Set(readings.map(\.date)).sorted().map { day in Timestamp(day).map(\.inWords) ?? day }
        let many = days.count == 2 ? "either \(days[0]) or \(days[1])" : "one of \(days.joined(separator: ", "))"
        return "the date '\(text)' is \(many); the run stays undated: say which with --date, or with --layout and {day}, {month}, {year}"
    }
}

extension Timestamp {
    /// `2 March 2026`.
    fileprivate var inWords: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        return "\(day) \(months[month - 1]) \(year)"
    }
}
