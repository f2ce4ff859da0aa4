import Bytes

/// The room around a drawing in which its labels stand, as classes of the box, because style attributes are forbidden.
struct BoxMargins: Sendable, Hashable {
    /// Widths that the style sheet has a class for.
    static let steps = [44, 60, 76, 92, 108, 124, 140, 164]

    let left: Int
    let right: Int
    let bottom: Int

    /// - Parameter labels: the width of the widest label at the left, without its distance from the axis.
    init(labels: Double, right: Int = 16, bottom: Int = 28) {
        let needed = labels + 12
        left = Self.steps.first { Double($0) >= needed } ?? 164
        self.right = right
        self.bottom = bottom
    }

    /// The widest label that the left margin has room for.
    var labelWidth: Double { Double(left - 12) }

    /// How wide the drawing is in a column of text.
    func plotWidth(in column: Double) -> Double {
        column - Double(left + right)
    }

    func appendClasses(to buffer: inout ByteBuffer) {
        if left != 44 {
            buffer.append(" l")
            buffer.append(left)
        }
        if right != 16 {
            buffer.append(" r")
            buffer.append(right)
        }
        if bottom != 28 {
            buffer.append(" b")
            buffer.append(bottom)
        }
    }
}
