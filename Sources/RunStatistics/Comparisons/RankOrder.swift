/// How the values of two samples lie among each other.
struct RankOrder {
    /// In how many pairs the value of b is the greater, ties counting one half.
    private(set) var u = 0.0
    /// The sum of t³ − t over all groups of t equal values.
    private(set) var ties = 0.0

    /// - Parameters: both in ascending order.
    init(_ a: [Double], _ b: [Double]) {
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            let value = i < a.count && (j == b.count || a[i] <= b[j]) ? a[i] : b[j]
            let (below, start) = (i, j)
            while i < a.count, a[i] == value { i += 1 }
            while j < b.count, b[j] == value { j += 1 }
            let (equalInA, equalInB) = (Double(i - below), Double(j - start))
            u += equalInB * (Double(below) + equalInA / 2)
            let t = equalInA + equalInB
            ties += t * t * t - t
        }
    }
}
