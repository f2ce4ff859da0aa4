/// One part of a key as it stands in the file.
struct TOMLKey: Sendable {
    let name: TOMLKeyName
    let range: Range<Int>
}

/// The name of a key, equal to another only scalar by scalar.
///
/// TOML doesn't normalize: `ä` as one scalar and as two are two keys, which Swift's strings take for one.
struct TOMLKeyName: Sendable {
    let text: String

    init(_ text: String) { self.text = text }
}

extension TOMLKeyName: Hashable {
    static func == (left: TOMLKeyName, right: TOMLKeyName) -> Bool {
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
