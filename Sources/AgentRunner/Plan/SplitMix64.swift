/// A small generator of pseudo-random numbers whose sequence is the same in every version of this program and on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants of the variant by Vigna.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
