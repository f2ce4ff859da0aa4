/// Models that only a path names.
enum PathModel {
    /// The model of a two-agent Python run: the folder above the scenario's, in which the writer turned the colon into an underscore.
    ///
    /// Only the first underscore is the colon: `llama3.1_8b-instruct-q4_0` is `llama3.1:8b-instruct-q4_0`.
    static func ofMultiAgent(_ folder: Place) -> String? {
        let named = folder.parts.lastIndex { $0.hasPrefix("baseline-vs-chimera") || $0.hasPrefix("chimera-homo") || $0.hasPrefix("chimera-hetero") }
        guard let named, named > 0 else { return nil }
        return model(from: folder.parts[named - 1])
    }

    /// The model of a table: the file's name up to the words that say what was measured.
    static func ofTable(stem: String) -> String? {
        for ending in ["_param_tuning", "_baseline"] where stem.hasSuffix(ending) {
            return model(from: String(stem.dropLast(ending.count)))
        }
        return nil
    }

    private static func model(from name: String) -> String? {
        guard let colon = name.firstIndex(of: "_"), colon != name.startIndex, name.index(after: colon) != name.endIndex else { return nil }
        return "\(name[..<colon]):\(name[name.index(after: colon)...])"
    }
}
