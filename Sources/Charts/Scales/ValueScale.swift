/// Values onto the length of an axis: 0 is its lower end, 1 its upper.
protocol ValueScale: Sendable {
    var ticks: Ticks { get }
    /// Where the axis starts, in the values' unit.
    var lower: Double { get }
    var isLogarithmic: Bool { get }
    func fraction(of value: Double) -> Double
}
