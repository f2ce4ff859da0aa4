import Bytes

/// Paths across the whole width: their own units across, which stretch with the drawing, and pixels down.
extension ByteBuffer {
    /// Opens a nested drawing whose units across fill the width, however wide that is; lines in it keep their width by the style sheet.
    mutating func openStretched(width: Int, height: Double, classes: StaticString) {
        append("<svg class=\"")
        append(classes)
        append("\" width=\"100%\" height=\"")
        append(pixels: height)
        append("\" viewBox=\"0 0 ")
        append(width)
        append(" ")
        append(pixels: height)
        append("\" preserveAspectRatio=\"none\">")
    }

    /// Appends straight lines through points as path data.
    mutating func appendPath(_ points: some Sequence<(Int, Double)>) {
        // After a first pair of coordinates SVG takes further pairs as lines.
        for (index, point) in points.enumerated() {
            append(index == 0 ? "M" : " ")
            append(point.0)
            append(" ")
            append(pixels: point.1)
        }
    }
}
