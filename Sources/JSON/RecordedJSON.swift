/// The values of a text that a program recorded, which may bend the rules of JSON.
///
/// Beyond RFC 8259 there may be several objects or arrays, one after another with or without a line between them, and the words `NaN`,
/// `Infinity` and `-Infinity`. `Infinity` is a number that is not finite; `NaN`, `-Infinity` and numbers that are too large for a double are null.
public struct RecordedJSON: Sendable {
    /// In the order of the text; with a failure, those before it.
    public internal(set) var values: [JSON] = []
    /// Why the text as a whole can't be read.
    public internal(set) var failure: JSONError?
    /// The first place at which the text is no single value of JSON to the letter.
    public internal(set) var objection: JSONError?

    /// - Parameter values: in the order of the text.
    public init(values: [JSON] = []) { self.values = values }

    /// The one value of a text that is JSON to the letter.
    public var strict: JSON? { failure == nil && objection == nil ? values.first : nil }

    /// The values before a failure, as if the text ended there.
    public var withoutFailure: RecordedJSON {
        var whole = self
        whole.failure = nil
        return whole
    }

    /// The values with arrays replaced by their elements, at any depth.
    public var flattened: [JSON] {
        func flat(_ value: JSON) -> [JSON] { value.array?.flatMap(flat) ?? [value] }
        return values.flatMap(flat)
    }
}
