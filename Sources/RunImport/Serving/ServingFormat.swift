import AgentRuns
import Diagnostics
import JSON

/// The results of one serving benchmark tool: how its objects are recognized, and what each of them says.
///
/// A format says which objects are its own and reads one of them; files that are no JSON are read as a whole. Everything else is the same for
/// all tools: files with several objects, objects that lie in an object keyed by concurrency, ids, suites, notes and provenance.
protocol ServingFormat: ImportFormat where Fragment == ServingFragment {
    /// The tool's name as its makers write it.
    static var title: String { get }

    /// Why a file of the tool may hold no figures, where there is a usual reason.
    static var emptyReason: String { get }

    /// Whether an object is a result of the tool, told from its top-level keys.
    func matches(_ object: JSON) -> Bool

    /// The records of an object that matches.
    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord]

    /// Whether a file that is no JSON is the tool's.
    func recognizesText(_ head: FileHead) -> Bool

    /// The records of a file that is no JSON.
    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord]
}

extension ServingFormat {
    static var emptyReason: String { "no figures that are known" }

    func matches(_ object: JSON) -> Bool { false }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] { [] }

    func recognizesText(_ head: FileHead) -> Bool { false }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] { [] }

    func recognizes(_ head: FileHead) -> Bool {
        head.records.isEmpty ? recognizesText(head) : head.records.contains { !results(in: $0).isEmpty }
    }

    func read(_ file: ImportedFile) throws(ImportError) -> ServingFragment {
        var fragment = ServingFragment(source: file.source, folder: file.folder, stem: file.stem, records: [])
        if file.records.isEmpty {
            fragment.records = try records(ofText: file)
        } else {
            try read(file.records, of: file, into: &fragment)
        }
        guard fragment.records.count <= ServingRecord.mostOfOneFile else {
            throw .broken("more than \(ServingRecord.mostOfOneFile) results in one file", offset: 0)
        }
        ServingRecord.takeFigures(outOf: &fragment.records)
        for index in fragment.records.indices {
            fragment.records[index].dropFiguresOfNothing()
            fragment.records[index].dropContradictions()
        }
        fragment.records.removeAll(where: \.metrics.isEmpty)
        guard !fragment.records.isEmpty else { throw .notARun("\(Self.title): \(Self.emptyReason)") }
        return fragment
    }

    private func read(_ values: [JSON], of file: ImportedFile, into fragment: inout ServingFragment) throws(ImportError) {
        var refused: [(reason: String, offset: Int)] = []
        var foreign: [Int] = []
        for value in values where fragment.records.count <= ServingRecord.mostOfOneFile {
            let objects = results(in: value)
            if objects.isEmpty { foreign.append(value.offset) }
            for object in objects {
                do throws(ServingRefusal) {
                    fragment.records += try records(of: object)
                } catch {
                    refused.append((error.reason, object.offset))
                }
            }
        }
        if let first = refused.first, fragment.records.isEmpty { throw .notARun("\(Self.title): \(first.reason)") }
        fragment.diagnostics = refused.map { file.diagnostic(.warning, "this result is left out: \($0.reason)", offset: $0.offset) }
        if let first = foreign.first {
            let count = foreign.count == 1 ? "a value is" : "\(foreign.count) values are"
            fragment.diagnostics.append(file.diagnostic(.warning, "\(count) left out, which no result of \(Self.title) would be", offset: first))
        }
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
