import Diagnostics
import Testing

@testable import TOMLReading

/// Broken texts of every kind end in values or in mistakes with a place, and never in a stop.
struct MutationTests {
    private static let sample = """
        # A plan.
        suite = "local/context-size" # why
        numbers = [1, -2_000, +3, 0xFF, 0o7, 0b1, 1.5e-3, inf, -nan]
        dates = [1979-05-27T07:32:00.5-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00]
        "quoted \\u00e9".'literal' = '''
        C:\\temp ''
        '''
        text = \"\"\"
        a \\
          b \\U0001F600 ""\"\"\"
        [grid]
        slots.a = ["x", ["y", {z = true, w.v = []}]]
        [grid.deep.er]
        flag = false
        [[agents]]
        configuration = { num_ctx = 512, "temperature" = 0.6 }
        [agents.more]
        [[agents]]
        name = "ä€😀"
        """

    @Test func `mutated texts are read or refused`() throws {
        let sample = Array(Self.sample.utf8)
        #expect(TOMLText(sample).table != nil, "\(TOMLText(sample).mistakes)")
        var source = Mutations(seed: 20_251_115)
        var read = 0
        for _ in 0..<4000 {
            let bytes = source.mutate(sample)
            let text = TOMLText(bytes)
            if text.table != nil { read += 1 }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            for mistake in text.mistakes {
                let line = mistake.prefix { $0 != ":" }
                #expect(Int(line).map { 1...lines ~= $0 } == true, "\(mistake)")
            }
        }
        #expect(read > 100 && read < 3000, "\(read)")
    }

    @Test func `a text that breaks off anywhere is read or refused`() {
        let sample = Array(Self.sample.utf8)
        for end in sample.indices { _ = TOMLText(Array(sample[..<end])) }
        for start in sample.indices { _ = TOMLText(Array(sample[start...])) }
    }

    @Test func `any two bytes after a key are read or refused`() {
        for first in UInt8.min...UInt8.max {
            for second in stride(from: 0, through: 255, by: first < 128 ? 1 : 37) {
                _ = TOMLText([UInt8(ascii: "a"), UInt8(ascii: "="), first, UInt8(second)])
            }
        }
    }
}

/// Random changes to a text, the same for the same seed.
private struct Mutations {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private static let pieces = [
        "[", "]", "[[", "]]", "{", "}", "\"", "'", "\"\"\"", "'''", "=", ".", ",", "#", "\n", "\r\n", "\r", "\\", "\\u", "\\ud800", "_", "-", "+",
        "0",
        "9", "e", "999999999999999999999", "1e999999999", "inf", "nan", "0x", ":", "T", "Z", " ", "\t", "\u{0}", "\u{7F}", "\u{FEFF}", "é", "a.b",
        "[agents]", "[[grid]]", "suite", "true",
    ].map { Array($0.utf8) }

    mutating func mutate(_ sample: [UInt8]) -> [UInt8] {
        var bytes = sample
        for _ in 0...random(below: 3) {
            let place = random(below: bytes.count + 1)
            let end = min(place + random(below: 8), bytes.count)
            switch random(below: 6) {
            case 0: bytes.insert(contentsOf: Self.pieces[random(below: Self.pieces.count)], at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.replaceSubrange(place..<end, with: Self.pieces[random(below: Self.pieces.count)])
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: random(below: bytes.count + 1))
            case 4: if place < bytes.count { bytes[place] = UInt8(random(below: 256)) }
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(random(below: 7)) }
            }
        }
        return bytes
    }

    /// Source: Sebastiano Vigna, SplitMix64.
    private mutating func random(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(limit, 1)))
    }
}
