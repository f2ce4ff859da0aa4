import Testing

@testable import Bytes

struct SHA256Tests {
    private func hash(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexadecimalDigest
    }

    /// The messages that NIST's examples for FIPS 180-4 work through.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the standard's messages have the standard's hashes`(message: String, expected: String) {
        #expect(hash(Array(message.utf8)) == expected)
    }

    @Test func `a million times the letter a has the standard's hash`() {
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hash(Array(repeating: UInt8(ascii: "a"), count: 1_000_000)) == expected)
    }

    @Test func `every length from 0 to 200 has the hash that Python gives it`() {
        let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
        #expect((0...200).map { hash(Array(bytes[..<$0])) } == hashesByLength)
    }

    @Test(arguments: [1, 3, 55, 56, 63, 64, 65, 127, 200])
    func `pieces of any length come to the hash of the whole`(length: Int) {
        let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: length) {
            hash.update(Array(bytes[start..<min(start + length, bytes.count)]))
            hash.update([])
        }
        #expect(hash.hexadecimalDigest == hashesByLength[200])
    }

    @Test func `a hash goes on after it was asked, and a copy goes its own way`() {
        var hash = SHA256()
        hash.update([3, 10])
        #expect(hash.hexadecimalDigest == hashesByLength[2])
        var copy = hash
        hash.update([17])
        copy.update([17, 24])
        #expect([hash.hexadecimalDigest, copy.hexadecimalDigest] == [hashesByLength[3], hashesByLength[4]])
    }
}
