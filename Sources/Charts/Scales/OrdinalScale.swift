/// Things in order, evenly spaced, each in the middle of its own slot.
struct OrdinalScale: Sendable, Hashable {
    let count: Int

    /// The middle of a slot.
    func fraction(of position: Int) -> Double {
        (Double(position) + 0.5) / Double(max(count, 1))
    }

    /// The edge between a slot and the one before it.
    func edge(before position: Int) -> Double {
        Double(position) / Double(max(count, 1))
    }
}
