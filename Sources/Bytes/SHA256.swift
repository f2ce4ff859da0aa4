/// The SHA-256 of bytes that come in pieces of any length.
///
/// Names files by their content; nothing here protects a secret.
///
/// - Source: FIPS 180-4, *Secure Hash Standard*: 4.1.2 (functions), 4.2.2 (constants), 5.1.1 (padding), 5.3.3 (first state), 6.2.2 (rounds).
public struct SHA256: Sendable {
    private var state = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    /// What came in since the last whole block: fewer than 64 bytes.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    public init() {}

    /// Takes in further bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Takes in further bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount &+= UInt64(bytes.count)
        var taken = 0
        if !rest.isEmpty {
            taken = min(Self.blockSize - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<taken])
            guard rest.count == Self.blockSize else { return }
            rest.withUnsafeBytes { Self.compress($0, into: &state) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = (bytes.count - taken) / Self.blockSize * Self.blockSize
        if whole > 0 { Self.compress(UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + whole]), into: &state) }
        rest.append(contentsOf: bytes[(taken + whole)...])
    }

    /// The 32 bytes of the hash of everything so far; more may come in afterwards.
    public var digest: [UInt8] {
        // One bit that is set, zeros up to 8 bytes before the end of a block, then how many bits there were.
        var tail = rest + [0x80]
        tail += Array(repeating: 0, count: (2 * Self.blockSize - 8 - tail.count) % Self.blockSize)
        withUnsafeBytes(of: (byteCount &* 8).bigEndian) { tail.append(contentsOf: $0) }
        var final = state
        tail.withUnsafeBytes { Self.compress($0, into: &final) }
        return final.indices.flatMap { index in withUnsafeBytes(of: final[index].bigEndian, Array.init) }
    }

    /// The digest in 64 lower-case hexadecimal digits.
    public var hexadecimalDigest: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let blockSize = 64

    /// Works whole blocks into a state. The words of the message schedule lie on the stack, and all blocks of a call share them.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: roundConstants.count) { words in
            roundConstants.withUnsafeBufferPointer { constants in
                for block in stride(from: 0, to: blocks.count, by: blockSize) {
                    schedule(blocks, at: block, into: words)
                    state &+= rounds(from: state, words: words, constants: constants)
                }
            }
        }
    }

    private static func schedule(_ blocks: UnsafeRawBufferPointer, at block: Int, into words: UnsafeMutableBufferPointer<UInt32>) {
        for index in 0..<16 {
            words[index] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: block &+ index &* 4, as: UInt32.self))
        }
        for index in 16..<words.count {
            let (early, late) = (words[index &- 15], words[index &- 2])
            let sigma0 = early.rotated(right: 7) ^ early.rotated(right: 18) ^ early &>> 3
            let sigma1 = late.rotated(right: 17) ^ late.rotated(right: 19) ^ late &>> 10
            words[index] = words[index &- 16] &+ sigma0 &+ words[index &- 7] &+ sigma1
        }
    }

    /// The 64 rounds, eight at a time: after eight steps each of the variables a to h is back in its own place, and none had to be moved.
    private static func rounds(
        from state: SIMD8<UInt32>, words: UnsafeMutableBufferPointer<UInt32>, constants: UnsafeBufferPointer<UInt32>
    ) -> SIMD8<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for first in stride(from: 0, to: words.count, by: 8) {
            func word(_ offset: Int) -> UInt32 { words[first &+ offset] &+ constants[first &+ offset] }
            step(a, b, c, &d, e, f, g, &h, word(0))
            step(h, a, b, &c, d, e, f, &g, word(1))
            step(g, h, a, &b, c, d, e, &f, word(2))
            step(f, g, h, &a, b, c, d, &e, word(3))
            step(e, f, g, &h, a, b, c, &d, word(4))
            step(d, e, f, &g, h, a, b, &c, word(5))
            step(c, d, e, &f, g, h, a, &b, word(6))
            step(b, c, d, &e, f, g, h, &a, word(7))
        }
        return SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func step(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let sum1 = e.rotated(right: 6) ^ e.rotated(right: 11) ^ e.rotated(right: 25)
        let sum0 = a.rotated(right: 2) ^ a.rotated(right: 13) ^ a.rotated(right: 22)
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let first = h &+ sum1 &+ choice &+ word
        d &+= first
        h = first &+ sum0 &+ majority
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    /// The bits moved right, those that fall out coming in at the left.
    @inline(__always)
    fileprivate func rotated(right count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}
