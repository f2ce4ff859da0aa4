import Bytes

/// The few SVG elements that charts are made of. Names of classes and the text of labels are the only words in them.
extension ByteBuffer {
    /// Appends a position across: `12.38%`.
    mutating func append(percent fraction: Double) {
        append(position: fraction * 100)
        append("%")
    }

    /// Appends a position down, to a tenth of a pixel.
    mutating func append(pixels value: Double) {
        append(position: (value * 10).rounded() / 10)
    }

    /// Opens the chart's box and its drawing, with title and description. A drawing that holds links is not an image to screen readers,
    /// because what is inside an image cannot be reached.
    mutating func openDrawing(_ text: ChartText, height: Double, margins: BoxMargins, holdsLinks: Bool) {
        append("<div class=\"chart")
        margins.appendClasses(to: &self)
        append("\">")
        openSVG(name: text.name, summary: text.summary, height: height, holdsLinks: holdsLinks)
    }

    mutating func openSVG(name: String, summary: String, height: Double, holdsLinks: Bool) {
        append("<svg width=\"100%\" height=\"")
        append(pixels: height)
        append("\"")
        if !holdsLinks {
            append(" role=\"img\"")
            append(attribute: "aria-label", name)
        }
        append("><title>")
        append(escaped: name)
        append("</title><desc>")
        append(escaped: summary)
        append("</desc>")
    }

    mutating func closeDrawing() {
        append("</svg></div>")
    }

    mutating func openGroup(_ classes: StaticString) {
        append("<g class=\"")
        append(classes)
        append("\">")
    }

    mutating func openGroup(movedDown distance: Double) {
        append("<g transform=\"translate(0 ")
        append(pixels: distance)
        append(")\">")
    }

    mutating func closeGroup() {
        append("</g>")
    }

    /// A line over the whole width.
    mutating func appendRule(y: Double, classes: StaticString? = nil) {
        append("<line")
        append(classes: classes)
        append(" x2=\"100%\" y1=\"")
        append(pixels: y)
        append("\" y2=\"")
        append(pixels: y)
        append("\"/>")
    }

    /// A horizontal line over a part of the width.
    mutating func appendLine(y: Double, from left: Double, to right: Double) {
        append("<line x1=\"")
        append(percent: left)
        append("\" x2=\"")
        append(percent: right)
        append("\" y1=\"")
        append(pixels: y)
        append("\" y2=\"")
        append(pixels: y)
        append("\"/>")
    }

    /// A vertical line.
    mutating func appendRule(x: Double, from top: Double, to bottom: Double, classes: StaticString? = nil) {
        append("<line")
        append(classes: classes)
        append(" x1=\"")
        append(percent: x)
        append("\" x2=\"")
        append(percent: x)
        append("\"")
        if top != 0 {
            append(" y1=\"")
            append(pixels: top)
            append("\"")
        }
        append(" y2=\"")
        append(pixels: bottom)
        append("\"/>")
    }

    /// A label at a share of the width, moved by pixels.
    mutating func appendLabel(_ text: String, x: Double, dx: Double = 0, y: Double, classes: StaticString? = nil) {
        append("<text")
        append(classes: classes)
        if x != 0 {
            append(" x=\"")
            append(percent: x)
            append("\"")
        }
        if dx != 0 {
            append(x == 0 ? " x=\"" : " dx=\"")
            append(pixels: dx)
            append("\"")
        }
        append(" y=\"")
        append(pixels: y)
        append("\">")
        append(escaped: text)
        append("</text>")
    }

    /// A bar from one share of the width to another.
    mutating func appendBar(from start: Double, to end: Double, y: Double, height: Double, classes: StaticString) {
        append("<rect class=\"")
        append(classes)
        append("\" x=\"")
        append(percent: start)
        append("\" y=\"")
        append(pixels: y)
        append("\" width=\"")
        append(percent: max(0, end - start))
        append("\" height=\"")
        append(pixels: height)
        append("\"/>")
    }

    private mutating func append(classes: StaticString?) {
        guard let classes else { return }
        append(" class=\"")
        append(classes)
        append("\"")
    }
}
