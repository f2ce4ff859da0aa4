/// What tells the records of one file apart in their ids, beside their load and their test: the settings that differ among them.
///
/// Where a setting has one value throughout, or follows from the other options, it names nothing.
struct ServingVariation {
    /// The names of the settings that differ, sorted.
    private let names: [String]
    /// The settings of the file's first record.
    private let first: [String: String]

    init(_ records: [ServingRecord]) {
        let first = records.first?.variants ?? [:]
        let alike = Dictionary(grouping: records) { record in
            record.options.filter { !Self.loadOptions.contains($0.key) && !record.settings.contains($0.key) }
        }.values
        let all = Set(records.flatMap(\.variants.keys))
        names = all.filter { name in
            alike.contains { records in records.contains { $0.variants[name] != records[0].variants[name] } }
        }.sorted()
        self.first = first
    }

    /// Options whose values are points of one sweep, which a setting may not split.
    private static let loadOptions: Set<String> = ["concurrency", "request_rate", "num_prompts", "commit", "branch", "image", "engine_version"]

    /// A short name of the record: its load, or its test, and the settings in which it differs from the file's first record, so that a line
    /// appended to the file renames nothing.
    func label(of record: ServingRecord) -> String {
        let label = settings(of: record).filter { $0.value != first[$0.name] }.reduce("") { label, setting in
            let joint = setting.value.first?.isLetter == true ? "-" : ""
            return "\(label)-\(setting.name)\(joint)\(setting.value)"
        }
        return record.label + (label.utf8.count <= Self.longest ? label : "-" + ServingVariant.standIn(for: label))
    }

    /// Bytes; a label is a part of a file's name, which a system allows 255.
    private static let longest = 120

    private func settings(of record: ServingRecord) -> [(name: String, value: String)] {
        names.compactMap { name in record.variants[name].map { (name, $0) } }
    }
}
