import Foundation

/// What SciPy says, as Tests/Oracles/statistics.py wrote it.
enum Oracle {
    static func read<Cases: Decodable>(_ name: String, as type: Cases.Type = Cases.self) throws -> Cases {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle")
        return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name + ".json")))
    }
}

/// Whether a value agrees with the oracle's, relative to that; 0 and `nil` only with themselves.
func agrees(_ value: Double?, _ oracle: Double?, to tolerance: Double = 1e-9) -> Bool {
    guard let value, let oracle else { return value == nil && oracle == nil }
    return value == oracle || abs(value - oracle) <= tolerance * abs(oracle)
}

/// Whether two values agree relative to a larger one, where their own size is chance: a mean of noise around 0, say.
func agrees(_ value: Double, _ oracle: Double, beside scale: Double) -> Bool {
    abs(value - oracle) <= 1e-9 * abs(scale)
}
