/// One category and its values.
public struct DistributionRow: Sendable, Hashable {
    public struct Sample: Sendable, Hashable {
        /// Settles where in the row's height the point lies, so that it lies there in every build.
        public var id: String
        /// In the chart's quantity.
        public var value: Double
        /// What the value stands for, where the pointer rests.
        public var label: String
        public var href: String?

        public init(id: String, value: Double, label: String, href: String? = nil) {
            self.id = id
            self.value = value
            self.label = label
            self.href = href
        }

        /// From −1 to 1, the same for the same id: the FNV-1a hash.
        ///
        /// Source: Fowler, Noll and Vo, the 64-bit variant with its published offset and prime.
        var jitter: Double {
            let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            // The low bits of neighbouring ids differ too little; folding the high ones in spreads them.
            return Double((hash ^ (hash >> 29) ^ (hash >> 47)) % 2001) / 1000 - 1
        }
    }

    public var label: String
    /// A second, quieter line under the label.
    public var detail: String?
    public var href: String?
    public var samples: [Sample]

    public init(label: String, detail: String? = nil, href: String? = nil, samples: [Sample]) {
        self.label = label
        self.detail = detail
        self.href = href
        self.samples = samples
    }
}
