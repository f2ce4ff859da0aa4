import RunStatistics

extension SplitMix64 {
    /// A number from 0 up to but not including `bound`, all equally likely: what the remainder would favour is drawn again.
    private mutating func below(_ bound: UInt64) -> UInt64 {
        let limit = UInt64.max - (UInt64.max % bound + 1) % bound
        while true {
            let drawn = next()
            if drawn <= limit { return drawn % bound }
        }
    }

    /// The elements in a random order, by Fisher and Yates; the standard library's own shuffle may change between its versions.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in elements.indices.dropFirst().reversed() {
            elements.swapAt(index, Int(below(UInt64(index + 1))))
        }
        return elements
    }
}
