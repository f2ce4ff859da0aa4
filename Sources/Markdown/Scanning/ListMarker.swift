/// What makes two list items belong to one list.
struct ListMarker: Hashable {
    var isOrdered: Bool
    /// The bullet, or the sign after the number.
    var mark: UInt8
}
