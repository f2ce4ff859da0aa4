/// Student's t distribution with a whole number of degrees of freedom, with the same bits on every platform.
enum StudentTails {
    /// The probability of a value farther from 0 than t, to 1e-12 of its value for t up to 1e150; 0 beyond.
    ///
    /// It is the incomplete beta function Iₓ(ν⁄2, ½) at x = ν ⁄ (ν + t²). With halves for parameters xᵃ ⁄ B(a, ½) is a product that begins
    /// with √x ⁄ π or x ⁄ 2, and the series of DLMF 8.17.8 has positive terms only: that of the tails, and near the middle that of what lies
    /// between.
    static func twoSided(_ t: Double, degreesOfFreedom: Int) -> Double {
        let square = t * t / Double(degreesOfFreedom)
        guard square < .infinity else { return 0 }
        let (x, y) = (1 / (1 + square), square / (1 + square))
        let last = Double(degreesOfFreedom) / 2
        var a = degreesOfFreedom % 2 == 0 ? 1 : 0.5
        var front = degreesOfFreedom % 2 == 0 ? x / 2 : x.squareRoot() / PortableMath.pi
        while a < last {
            front = front * x * ((a + 0.5) / a)
            a += 1
        }
        front *= y.squareRoot()
        return t * t < 4 ? 1 - front / 0.5 * series(y, 0.5, a) : front / a * series(x, a, 0.5)
    }

    private static func series(_ x: Double, _ a: Double, _ b: Double) -> Double {
        var term = 1.0
        var sum = 0.0
        var n = 0.0
        while sum + term != sum {
            sum += term
            term = term * ((a + b + n) / (a + 1 + n)) * x
            n += 1
        }
        return sum
    }
}
