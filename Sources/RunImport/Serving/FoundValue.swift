import JSON

/// A value of JSON that one format is given to read, and the byte of the file at which a problem with it is to be named.
struct FoundValue: Sendable {
    var json: JSON
    /// Where it stands; `nil` where each object in it knows that itself, because the file is nothing but JSON.
    var offset: Int?

    /// The values of a text, with arrays replaced by their elements.
    static func values(of text: RecordedText) -> [FoundValue] {
        text.json.values.flatMap { value in
            RecordedJSON(values: [value.json]).flattened.map { FoundValue(json: $0, offset: text.shown.offset(of: value.line)) }
        }
    }
}
