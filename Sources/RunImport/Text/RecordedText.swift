import JSON

/// A text in which results may stand anywhere, with what any format needs of it: its lines, tables and objects of JSON. Made once for each file.
struct RecordedText: Sendable {
    let shown: ShownText
    let tables: [TextTable]
    let json: EmbeddedJSON

    init(_ bytes: [UInt8], tables known: [Set<String>] = [], skimming skimmedKeys: Set<String> = []) {
        shown = ShownText(bytes)
        tables = TextTable.all(in: shown) { columns in known.contains { $0.isSubset(of: columns) } }
        json = EmbeddedJSON(shown, skimming: skimmedKeys)
    }

    static let empty = RecordedText([])
}
