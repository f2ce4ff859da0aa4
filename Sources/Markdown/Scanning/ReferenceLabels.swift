/// The labels that link reference definitions give a meaning to.
struct ReferenceLabels {
    /// Bytes that each definition adds to a link that uses it.
    private var sizes: [[UInt8]: Int] = [:]
    private(set) var longest = 0

    var isEmpty: Bool { sizes.isEmpty }

    /// The first definition of a label wins.
    mutating func define(_ label: some Collection<UInt8>, size: Int) {
        let key = Self.normalized(label)
        guard !key.isEmpty, sizes[key] == nil else { return }
        sizes[key] = size
        longest = max(longest, size)
    }

    /// The bytes that a link to this label takes, or `nil` where it is not defined.
    func size(of label: some Collection<UInt8>) -> Int? {
        guard !sizes.isEmpty, (1...LinkSyntax.longestLabel).contains(label.count) else { return nil }
        return sizes[Self.normalized(label)]
    }

    /// Labels match when they are the same after case folding and with every run of spaces as one.
    private static func normalized(_ label: some Collection<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(label.count)
        var isASCII = true
        for byte in label {
            if byte.isSpace {
                if let last = folded.last, last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
            } else {
                folded.append(byte.lowercased)
                isASCII = isASCII && byte < 0x80
            }
        }
        if folded.last == UInt8(ascii: " ") { folded.removeLast() }
        guard !isASCII else { return folded }
        return Array(String(decoding: folded, as: UTF8.self).lowercased().uppercased().lowercased().utf8)
    }
}
