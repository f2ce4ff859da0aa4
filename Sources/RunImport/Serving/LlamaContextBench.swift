import JSON

/// A benchmark of llama.cpp's family that fills a context and writes a row for each measurement, as a table or as JSON Lines.
protocol LlamaContextBench: ServingFormat {
    /// What its dialects are called behind `J-` and `T-`.
    static var dialect: String { get }

    /// What one measurement says; `nil` where a figure is missing that every row has.
    static func record(_ speeds: LlamaSpeeds, dialect: String) -> ServingRecord?
}

extension LlamaContextBench {
    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard var record = Self.record(LlamaSpeeds(object), dialect: "J-\(Self.dialect)") else { throw .missing(field: "speed_pp") }
        LlamaSpeeds.setSettings(&record) { ServingVariant.option(object[$0])?.description }
        return [record]
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        for table in text.tables where Self.owns(table.columns) {
            let settings = LlamaSpeeds.settings(above: table, in: text.shown)
            findings.read(table, of: Self.title) { cells in
                guard var record = Self.record(LlamaSpeeds(cells: cells), dialect: "T-\(Self.dialect)") else { return nil }
                LlamaSpeeds.setSettings(&record) { settings[$0] }
                return record
            }
        }
        return findings
    }
}
