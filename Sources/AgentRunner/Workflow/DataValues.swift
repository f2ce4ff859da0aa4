import JSON

/// The means of what the files' numbers are called: columns of CSV files, and keys of JSON files with those that they lie under.
struct DataValues: Sendable {
    struct Value: Sendable, Hashable {
        var key: String
        var mean: Double
        /// How many numbers the mean is over.
        var count: Int
        /// How many files have some of them.
        var files: Int
    }

    private var found: [String: (count: Int, sum: Double, files: Int)] = [:]

    /// More names than this come from data that is no table, and would only fill the memory.
    private static let keyLimit = 2000
    private static let longestKey = 80
    private static let deepest = 8

    mutating func add(_ file: IngestedFile) {
        guard let content = file.content else { return }
        var sums: [String: (count: Int, sum: Double)] = [:]
        switch file.kind {
        case .csv: sums = CSVColumns(content).sums
        case .json: if let json = try? JSON(parsing: content) { Self.collect(json, at: "", depth: 0, into: &sums) }
        case .markdown, .other: return
        }
        for (name, value) in sums {
            let key = "\(file.kind.rawValue)_\(name)"
            guard key.utf8.count <= Self.longestKey, key.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else { continue }
            guard found[key] != nil || found.count < Self.keyLimit else { continue }
            let (count, sum, files) = found[key] ?? (0, 0, 0)
            found[key] = (count + value.count, sum + value.sum, files + 1)
        }
    }

    private static func collect(_ json: JSON, at path: String, depth: Int, into sums: inout [String: (count: Int, sum: Double)]) {
        guard depth <= deepest else { return }
        switch json.value {
        case .number(let number) where number.isFinite && !path.isEmpty:
            let (count, sum) = sums[path] ?? (0, 0)
            if sums[path] != nil || sums.count < keyLimit { sums[path] = (count + 1, sum + number) }
        case .array(let elements): for element in elements { collect(element, at: path, depth: depth + 1, into: &sums) }
        case .object(let members):
            for member in members { collect(member.value, at: path.isEmpty ? member.key : "\(path).\(member.key)", depth: depth + 1, into: &sums) }
        default: break
        }
    }

    /// Those that most files have first, then by name.
    var all: [Value] {
        found.map { key, value in
            Value(key: key, mean: Self.rounded(value.sum / Double(value.count)), count: value.count, files: value.files)
        }
        .filter(\.mean.isFinite)
        .sorted { ($1.files, $0.key) < ($0.files, $1.key) }
    }

    /// To six significant digits, as the model is told: what a report claims is held against exactly that.
    private static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        var magnitude = abs(value)
        var exponent = 0
        while magnitude >= 10, exponent < 308 { (magnitude, exponent) = (magnitude / 10, exponent + 1) }
        while magnitude < 1, exponent > -308 { (magnitude, exponent) = (magnitude * 10, exponent - 1) }
        let digits = (magnitude * 1e5).rounded()
        return Double("\(value < 0 ? "-" : "")\(Int(digits))e\(exponent - 5)") ?? value
    }
}
