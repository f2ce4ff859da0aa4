/// What tells the records of one file apart beside their load and their configuration: the settings that differ among them.
///
/// Where a setting has one value throughout, it names nothing.
struct ServingVariation {
    /// The names of the settings that differ, sorted.
    private let names: [String]

    init(_ records: [ServingRecord]) {
        let all = Set(records.flatMap(\.variants.keys))
        names = all.filter { name in records.contains { $0.variants[name] != records.first?.variants[name] } }.sorted()
    }

    /// A short name of the record: its load, or its test, and the settings that differ.
    func label(of record: ServingRecord) -> String {
        let label = settings(of: record).reduce("") { label, setting in
            let joint = setting.value.first?.isLetter == true ? "-" : ""
            return "\(label)-\(setting.name)\(joint)\(setting.value)"
        }
        return record.label + (label.utf8.count <= Self.longest ? label : "-" + ServingVariant.standIn(for: label))
    }

    /// The slot of the record's execution, so that each combination of settings is a series.
    func slot(of record: ServingRecord, format: String) -> String {
        let slot = settings(of: record).reduce("") { "\($0) \($1.name) \($1.value)" }
        return format + (slot.utf8.count <= Self.longest ? slot : " " + ServingVariant.standIn(for: slot))
    }

    /// Bytes; a label is a part of a file's name, which a system allows 255.
    private static let longest = 120

    private func settings(of record: ServingRecord) -> [(name: String, value: String)] {
        names.compactMap { name in record.variants[name].map { (name, $0) } }
    }
}
