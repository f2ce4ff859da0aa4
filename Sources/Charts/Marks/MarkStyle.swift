import Bytes

/// How a kind of mark looks: its outline, its size if it is a circle, and the classes that colour it.
struct MarkStyle: Sendable, Hashable {
    let shape: MarkShape
    let radius: Double
    /// Classes for the group that holds the marks; the colour comes from a series class on a group round it.
    let classes: String

    /// The most series that one chart holds; the style sheet has as many colours.
    static let seriesLimit = 8

    static let thin = MarkStyle(shape: .circle, radius: 2.6, classes: "thin")
    static let excluded = MarkStyle(shape: .struckCircle, radius: 0, classes: "thin")
    static let failed = MarkStyle(shape: .cross, radius: 0, classes: "failed")
    static let cold = MarkStyle(shape: .largeDiamond, radius: 0, classes: "hollow")
    static let sample = MarkStyle(shape: .circle, radius: 3, classes: "sample")
    static let worse = MarkStyle(shape: .verdictDiamond, radius: 0, classes: "worse sample")
    static let better = MarkStyle(shape: .circle, radius: 4, classes: "better sample")
    static let acknowledged = MarkStyle(shape: .flag, radius: 0, classes: "flag")
    static let small = MarkStyle(shape: .circle, radius: 1.6, classes: "dot")
    static let last = MarkStyle(shape: .circle, radius: 3, classes: "dot")
    static let above = MarkStyle(shape: .smallTriangle, radius: 0, classes: "dot")

    private static let seriesShapes: [MarkShape] = [
        .circle, .square, .diamond, .triangle, .fallingTriangle, .plus, .hexagon, .star,
    ]

    /// The mark of a series by its number, from 0.
    static func series(_ number: Int) -> MarkStyle {
        MarkStyle(shape: seriesShapes[number % seriesLimit], radius: 3, classes: "dot")
    }

    /// The mark of a series' cold values: a diamond when there is one series, else the series' own shape, hollow.
    static func cold(series number: Int, of count: Int) -> MarkStyle {
        count == 1 ? .cold : MarkStyle(shape: seriesShapes[number % seriesLimit], radius: 3.5, classes: "hollow")
    }

    /// The larger mark of a group in a scatter chart, and its hollow form.
    static func point(_ number: Int) -> MarkStyle {
        MarkStyle(shape: seriesShapes[number % seriesLimit], radius: 4.3, classes: "big sample")
    }

    static func hollowPoint(_ number: Int) -> MarkStyle {
        MarkStyle(shape: seriesShapes[number % seriesLimit], radius: 4.3, classes: "big hollow")
    }

    /// Writes the outline at a point, with the words that appear over it if there are any.
    func write(x: Double, y: Double, title: String?, into buffer: inout ByteBuffer) {
        if shape == .circle {
            buffer.append("<circle cx=\"")
            buffer.append(percent: x)
            buffer.append("\" cy=\"")
            buffer.append(pixels: y)
            buffer.append("\" r=\"")
            buffer.append(pixels: radius)
            buffer.append("\"")
            buffer.append(title == nil ? "/>" : ">")
        } else {
            buffer.append("<svg x=\"")
            buffer.append(percent: x)
            buffer.append("\" y=\"")
            buffer.append(pixels: y)
            buffer.append("\" width=\"1\" height=\"1\"><path d=\"")
            buffer.append(shape.path)
            buffer.append("\"/>")
        }
        if let title {
            buffer.append("<title>")
            buffer.append(escaped: title)
            buffer.append("</title>")
        }
        if shape != .circle { buffer.append("</svg>") } else if title != nil { buffer.append("</circle>") }
    }
}
