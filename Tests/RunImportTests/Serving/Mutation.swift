/// Random numbers that are the same for the same seed. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Small random changes to a file: bits, bytes, stretches that are lost or stand twice, and words that readers stumble over.
enum Mutation {
    private static let words = [
        "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "null", "-1", "0", "1e-320", "99999999999999999999", "\"", "{", "}", "[", "]", ",", ":",
        "\n", "\r", "|", "±", "=", "\u{FEFF}", "\\ud800", "\\", "N/A", "true", "{}", "[]", "<<<<<<< HEAD\n",
    ]

    static func changed(_ bytes: [UInt8], using random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let stretch = place..<min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes[place] = UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &random)
            case 3: bytes.removeSubrange(stretch)
            case 4: bytes.insert(contentsOf: bytes[stretch], at: place)
            case 5: bytes.insert(contentsOf: words[Int.random(in: 0..<words.count, using: &random)].utf8, at: place)
            default: bytes.replaceSubrange(stretch, with: words[Int.random(in: 0..<words.count, using: &random)].utf8)
            }
        }
        return bytes
    }
}

/// Every number that stands in a text, to be asked whether a figure is one of them in some unit.
struct FiguresInText {
    private var values: [Double] = []

    /// Milliseconds in a second, a microsecond and a nanosecond; and a minute's share.
    private static let scales: [Double] = [1, 1000, 1e-3, 1e-6, 1 / 60]

    init(_ bytes: [UInt8]) {
        var digits: [UInt8] = []
        func isPart(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        for byte in bytes + [0] {
            if isPart(byte) {
                digits.append(byte)
            } else if byte == UInt8(ascii: ","), let last = digits.last, last != UInt8(ascii: ",") {
                // Both a comma between thousands and one between figures; the parts alone are taken as well.
                take(digits.split(separator: UInt8(ascii: ",")).last ?? [])
                digits.append(byte)
            } else if !digits.isEmpty {
                take(digits.split(separator: UInt8(ascii: ",")).last ?? [])
                take(digits.filter { $0 != UInt8(ascii: ",") }[...])
                digits = []
            }
        }
    }

    private mutating func take(_ digits: ArraySlice<UInt8>) {
        if let value = Double(String(decoding: digits, as: UTF8.self)) { values.append(abs(value)) }
    }

    func hold(_ value: Double) -> Bool {
        values.contains { known in Self.scales.contains { abs(known * $0 - value) <= 1e-9 * value } }
    }
}
