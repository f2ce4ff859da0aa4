/// A table of a TOML text, with its keys in the order of the file.
public struct TOMLTable: Sendable {
    struct Entry: Sendable {
        /// Where the key, or the part of a header that names it, stands first.
        var key: TOMLKey
        var value: TOMLValue
    }

    let entries: [Entry]
    private let places: [TOMLKeyName: Int]

    /// - Parameter places: each key's index into the entries.
    init(_ entries: [Entry], places: [TOMLKeyName: Int]) {
        self.entries = entries
        self.places = places
    }

    /// The names of its keys, in the order of the file.
    public var keys: [String] { entries.map(\.key.name.text) }

    public subscript(key: String) -> TOMLValue? { entry(key)?.value }

    func entry(_ key: String) -> Entry? { places[TOMLKeyName(key)].map { entries[$0] } }
}
