/// Which earlier values each value of a history is held against.
///
/// The reference of a value is every value before it since the last settled change. A change does not move the reference until ten values lie
/// behind it, or until it is acknowledged; then the reference starts anew at the change.
struct ReferenceWindows {
    /// For each value the half-open range of those that it is held against.
    let windows: [Range<Int>]

    /// - Parameters:
    ///   - count: how many values there are.
    ///   - changes: the first value after each change, ascending.
    ///   - acknowledged: those of the changes that are acknowledged.
    ///   - settling: how many values settle a change.
    init(count: Int, changes: [Int], acknowledged: Set<Int>, settling: Int) {
        var windows: [Range<Int>] = []
        windows.reserveCapacity(count)
        var start = 0
        /// Where the reference was frozen by a change that is still open.
        var frozen: Int?
        var open: Int?
        var upcoming = changes[...]
        for index in 0..<count {
            if let change = upcoming.first, change == index {
                upcoming.removeFirst()
                if acknowledged.contains(change) {
                    // The run that was acknowledged is itself still held against what came before it.
                    windows.append(start..<(frozen ?? index))
                    (start, frozen, open) = (change, nil, nil)
                    continue
                }
                frozen = frozen ?? index
                open = change
            }
            if let change = open, index - change >= settling {
                (start, frozen, open) = (change, nil, nil)
            }
            windows.append(start..<(frozen ?? index))
        }
        self.windows = windows
    }
}
