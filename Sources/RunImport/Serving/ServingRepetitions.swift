/// Which results of an import stand in several of its files, so that none counts twice.
///
/// What was printed or rounded gives way to a data file that says it in full. Of results that are the same to the last figure, time included, the
/// first counts. A file that is imported alone repeats nothing.
struct ServingRepetitions {
    private struct Entry {
        var place: Int
        var file: String
        var record: ServingRecord
    }

    /// The records of data files in their order, and by their model, because no record restates one of another model.
    private let data: [Entry]
    private let dataByModel: [String?: [Entry]]
    /// The records with a time, by it.
    private let timed: [String: [Entry]]

    init(_ fragments: [ServingFragment]) {
        var data: [Entry] = []
        var timed: [String: [Entry]] = [:]
        if fragments.count > 1 {
            for (place, fragment) in fragments.enumerated() {
                for record in fragment.records {
                    let entry = Entry(place: place, file: fragment.source.path, record: record)
                    if !record.isPrinted { data.append(entry) }
                    if let time = record.timestamp { timed[time.text, default: []].append(entry) }
                }
            }
        }
        self.data = data
        dataByModel = Dictionary(grouping: data, by: \.record.model)
        self.timed = timed
    }

    /// The other file that makes a record of one file superfluous; `nil` where the record counts.
    func fileThatSays(_ record: ServingRecord, of place: Int) -> String? {
        if record.isPrinted, let full = candidates(for: record).first(where: { $0.place != place && record.isRestated(by: $0.record) }) {
            return full.file
        }
        let sameTime = record.timestamp.flatMap { timed[$0.text] } ?? []
        return sameTime.first { $0.place < place && record.isSame(as: $0.record) }?.file
    }

    private func candidates(for record: ServingRecord) -> [Entry] {
        guard let model = record.model else { return data }
        return (dataByModel[model] ?? []) + (dataByModel[nil as String?] ?? [])
    }
}
