/// Why a result gives no record, though its format is known.
enum ServingRefusal: Error, Sendable, Hashable {
    /// A field that every version has was not there, or was of another kind.
    case missing(field: String)
    /// The result is understood, and holds nothing to keep.
    case notAResult(String)

    var reason: String {
        switch self {
        case .missing(let field): "the field '\(field)' is missing, or not what it should be"
        case .notAResult(let reason): reason
        }
    }
}
