/// Fisher's exact test of two shares: whether two groups of known sizes differ in how many of them have a property.
///
/// Source: Fisher, "On the interpretation of χ² from contingency tables, and the calculation of P" (1922).
public struct FisherExactTest: Sendable, Hashable {
    /// Two-sided: the probability of all tables with these margins that are no likelier than this one.
    public let p: Double

    /// - Parameters:
    ///   - a: of the first group, how many have the property, and how many there are.
    ///   - b: the same of the second.
    /// - Returns: `nil` for counts that are below 0 or above their group's size; p is 1 where a group is empty.
    public init?(_ a: (count: Int, of: Int), _ b: (count: Int, of: Int)) {
        guard a.count >= 0, b.count >= 0, a.count <= a.of, b.count <= b.of else { return nil }
        let (n1, n2, marked) = (a.of, b.of, a.count + b.count)
        let (least, most) = (max(0, marked - n2), min(n1, marked))
        let mode = min(max(Int(Double(marked + 1) * Double(n1 + 1) / Double(n1 + n2 + 2)), least), most)
        // Weights of all tables by the count in the first group, relative to that of the likeliest, which is 1.
        var weights = [Double](repeating: 1, count: most - least + 1)
        for k in stride(from: mode, to: least, by: -1) {
            let (up, down) = (Double(k) * Double(n2 - marked + k), Double(n1 - k + 1) * Double(marked - k + 1))
            weights[k - 1 - least] = weights[k - least] * up / down
        }
        for k in stride(from: mode, to: most, by: 1) {
            let (up, down) = (Double(n1 - k) * Double(marked - k), Double(k + 1) * Double(n2 - marked + k + 1))
            weights[k + 1 - least] = weights[k - least] * up / down
        }
        // Tables as likely as this one count, though rounding may have set their weights apart.
        let limit = weights[a.count - least] * (1 + 1e-10)
        var (sum, total) = (0.0, 0.0)
        for weight in weights {
            total += weight
            if weight <= limit { sum += weight }
        }
        p = min(1, sum / total)
    }
}
