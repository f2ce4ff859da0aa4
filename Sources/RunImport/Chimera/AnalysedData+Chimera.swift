import AgentRuns
import JSON

extension AnalysedData {
    /// Reads what a result says of the files that it analysed: `data_summary` and `analysis.performance_metrics`; `nil` without either.
    init?(result json: JSON) throws(JSONError) {
        let summary = try json.optionalString("data_summary")
        let values = json[path: "analysis", "performance_metrics"]
        guard summary != nil || values?.members != nil else { return nil }
        self.init(summary: TextLines(Array((summary ?? "").utf8)))
        values.map { collect($0, under: "") }
        if files.isEmpty, let total = self.values["total_files_analyzed"].flatMap(Int.init(exactly:)) { files["total"] = total }
    }

    /// Numbers at any depth, by a path such as `models[0].mean_ttft_s`. What the program expects of its own configuration is no such value.
    private mutating func collect(_ json: JSON, under path: String) {
        switch json.value {
        case .number(let number): values[path] = number
        case .array(let elements):
            for (index, element) in elements.enumerated() { collect(element, under: "\(path)[\(index)]") }
        case .object(let members):
            for member in members where member.key != "chimera_optimization" {
                collect(member.value, under: path.isEmpty ? member.key : "\(path).\(member.key)")
            }
        default: break
        }
    }

    /// Reads a Data summary block: the number of files in all, then for each type its number, the first names, and the newest date.
    init(summary text: TextLines, lines: Range<Int>? = nil) {
        self.init()
        var type: String?
        for index in lines ?? 0..<text.count {
            let line = text[index].trimmed
            if let total = line.between("Total files analyzed: ")?.integer {
                files["total"] = total
            } else if let heading = Self.heading(line) {
                type = heading.type
                files[heading.type] = heading.count
            } else if let type, let date = line.between("Latest modified: ") {
                latest[type] = date.string
            } else if type != nil, let name = line.between("- ") {
                names.append(name.string)
            }
        }
    }

    /// `CSV Files (28)`.
    private static func heading(_ line: ArraySlice<UInt8>) -> (type: String, count: Int)? {
        guard let (type, rest) = line.split(at: " Files ("), let count = rest.between("", ")")?.integer else { return nil }
        return ["CSV", "JSON", "MARKDOWN"].contains(type.string) ? (type.string.lowercased(), count) : nil
    }
}
