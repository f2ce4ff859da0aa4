/// Tags that carry the extensions' meaning through libcmark: `<m0-d>` begins struck text, `<m0-a4>` is the fifth autolink.
///
/// The number in the name is one that no such tag of the source has, so a report cannot forge a mark.
struct MarkNames {
    /// What every mark begins with, as in `<m0-`.
    let prefix: [UInt8]
    /// A comment that stands for an empty block.
    let comment: [UInt8]

    init(unusedIn source: [UInt8]) {
        let number = Self.smallestUnused(in: source)
        prefix = Array("<m\(number)-".utf8)
        comment = Array("<!--m\(number)-->".utf8)
    }

    /// A mark that shows nothing.
    var inert: [UInt8] { prefix + [UInt8(ascii: ">")] }

    /// What a tag's bytes mean, if the tag is a mark.
    func mark(in tag: UnsafeBufferPointer<UInt8>) -> Mark? {
        guard tag.count > prefix.count, tag.starts(with: prefix) else { return nil }
        switch tag[prefix.count] {
        case UInt8(ascii: ">"): return .inert
        case UInt8(ascii: "e"): return .begin(.emphasis)
        case UInt8(ascii: "E"): return .end(.emphasis)
        case UInt8(ascii: "s"): return .begin(.strong)
        case UInt8(ascii: "S"): return .end(.strong)
        case UInt8(ascii: "d"): return .begin(.strikethrough)
        case UInt8(ascii: "D"): return .end(.strikethrough)
        default:
            var index = 0
            for digit in tag.dropFirst(prefix.count + 1) where digit.isDigit { index = index * 10 + Int(digit - UInt8(ascii: "0")) }
            return .autolink(index)
        }
    }

    private static func smallestUnused(in source: [UInt8]) -> Int {
        var used: Set<Int> = []
        source.withUnsafeBufferPointer { bytes in
            for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "m") {
                let before = bytes[index - 1]
                guard before == UInt8(ascii: "<") || before == UInt8(ascii: "-") else { continue }
                var number = 0
                for digit in bytes[(index + 1)...].prefix(9).prefix(while: \.isDigit) { number = number * 10 + Int(digit - UInt8(ascii: "0")) }
                used.insert(number)
            }
        }
        var number = 0
        while used.contains(number) { number += 1 }
        return number
    }
}
