import AgentRuns
import Diagnostics
import JSON

/// The results of one serving benchmark tool: how its objects are recognized, and what each of them says.
///
/// A format says which objects are its own and reads one of them, and finds its results in a text, wherever they stand in it. Everything else is
/// the same for all tools: files with several objects, objects that lie in an object keyed by concurrency, ids, suites, notes and provenance.
protocol ServingFormat: ImportFormat where Fragment == ServingFragment {
    /// The tool's name as its makers write it.
    static var title: String { get }

    /// Why a file of the tool may hold no figures, where there is a usual reason.
    static var emptyReason: String { get }

    /// The columns that make a table in a text one of the tool's, a set for each kind of table.
    static var tables: [Set<String>] { get }

    /// Whether a table with such columns is one of the tool's.
    static func owns(_ columns: [String]) -> Bool

    /// Whether an object is a result of the tool, told from its top-level keys.
    func matches(_ object: JSON) -> Bool

    /// The records of an object that matches.
    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord]

    /// Whether a file that is no JSON is the tool's from its first line on, as a file of comma-separated values is.
    func recognizesText(_ head: FileHead) -> Bool

    /// The records of a file that is the tool's from its first line on.
    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord]

    /// The results that stand in a text, between whatever else it holds.
    func find(in text: RecordedText) -> TextFindings
}

extension ServingFormat {
    static var emptyReason: String { "no figures that are known" }

    static var tables: [Set<String>] { [] }

    static func owns(_ columns: [String]) -> Bool { tables.contains { $0.isSubset(of: columns) } }

    func matches(_ object: JSON) -> Bool { false }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] { [] }

    func recognizesText(_ head: FileHead) -> Bool { false }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] { [] }

    func find(in text: RecordedText) -> TextFindings { TextFindings() }

    func recognizes(_ head: FileHead) -> Bool {
        guard head.records.isEmpty else { return head.records.contains(where: claims) }
        if recognizesText(head) || head.text.json.values.contains(where: { claims($0.json) }) { return true }
        let findings = find(in: head.text)
        return !findings.records.isEmpty || !findings.problems.isEmpty
    }

    /// Whether a value is a result of the tool, or holds some.
    func claims(_ value: JSON) -> Bool { !results(in: value).isEmpty }

    func read(_ file: ImportedFile) throws(ImportError) -> ServingFragment {
        let values = file.records.isEmpty ? FoundValue.values(of: file.text) : file.records.map { FoundValue(json: $0) }
        let part = try part(of: file, values: values.filter { claims($0.json) })
        if let reason = part.emptyReason { throw .notARun(reason) }
        return part.fragment
    }

    /// What the tool has in a file that may hold results of others, too.
    ///
    /// - Parameter values: those values of the file that this tool claims.
    /// - Returns: the fragment, and why it is empty where it is; `nil` reasons and no records where nothing of the tool is there.
    func part(of file: ImportedFile, values: [FoundValue]) throws(ImportError) -> ServingPart {
        var found: [(offset: Int, record: ServingRecord)] = []
        var part = ServingPart(fragment: ServingFragment(source: file.source, folder: file.folder, stem: file.stem, records: []))
        if file.records.isEmpty, recognizesText(file.head) {
            found = try records(ofText: file).map { (0, $0) }
            part.isFound = true
        } else if file.records.isEmpty {
            let findings = find(in: file.text)
            found = findings.records.map { (file.text.shown.offset(of: $0.line), $0.record) }
            part.fragment.diagnostics = findings.diagnostics(of: file)
            part.isFound = !findings.records.isEmpty || !findings.problems.isEmpty
        }
        if !values.isEmpty {
            part.isFound = true
            read(values, of: file, into: &part, &found)
        }
        guard found.count <= ServingRecord.mostOfOneFile else {
            throw .broken("more than \(ServingRecord.mostOfOneFile) results in one file", offset: 0)
        }
        part.fragment.records = found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element.record)
        ServingRecord.takeFigures(outOf: &part.fragment.records)
        for index in part.fragment.records.indices {
            part.fragment.records[index].dropFiguresOfNothing()
            part.fragment.records[index].dropContradictions()
        }
        part.fragment.records.removeAll(where: \.metrics.isEmpty)
        if part.isFound, part.fragment.records.isEmpty { part.emptyReason = part.emptyReason ?? "\(Self.title): \(Self.emptyReason)" }
        return part
    }

    private func read(
        _ values: [FoundValue], of file: ImportedFile, into part: inout ServingPart, _ found: inout [(offset: Int, record: ServingRecord)]
    ) {
        var refused: [(reason: String, offset: Int)] = []
        for value in values where found.count <= ServingRecord.mostOfOneFile {
            for object in results(in: value.json) {
                let offset = value.offset ?? object.offset
                do throws(ServingRefusal) {
                    found += try records(of: object).map { (offset, $0) }
                } catch {
                    refused.append((error.reason, offset))
                }
            }
        }
        if let first = refused.first, found.isEmpty { part.emptyReason = "\(Self.title): \(first.reason)" }
        part.refusals = refused.map { file.diagnostic(.warning, "this result is left out: \($0.reason)", offset: $0.offset) }
    }

    /// The results that a value is or holds: itself, or each value of an object that is keyed by something like concurrency.
    private func results(in value: JSON) -> [JSON] {
        if matches(value) { return [value] }
        guard let members = value.members, !members.isEmpty, members.allSatisfy({ matches($0.value) }) else { return [] }
        return members.map(\.value)
    }

    func runs(from fragments: [ServingFragment]) -> ImportReading {
        ServingAssembly(fragments, format: Self.name, title: Self.title).reading()
    }
}
