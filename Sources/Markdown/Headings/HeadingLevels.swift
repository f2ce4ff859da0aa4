/// Turns the levels that headings were written with into levels without gaps.
///
/// Writers skip levels and begin at any; readers who move by headings need each to be at most one deeper than the one it stands under.
struct HeadingLevels {
    /// The level of headings that stand under no other.
    let top: Int
    /// The written levels of the headings that the last one stands under, itself included.
    private var open: [Int] = []

    init(top: Int) {
        self.top = top
    }

    /// The level to show the next heading at, at most 6.
    mutating func shown(for written: Int) -> Int {
        while let last = open.last, last >= written { open.removeLast() }
        open.append(written)
        return max(1, min(top + open.count - 1, 6))
    }
}
