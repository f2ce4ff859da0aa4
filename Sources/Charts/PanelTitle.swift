import Bytes

/// The title at the top left of a panel; the detail is left out on small screens.
public struct PanelTitle: Sendable, Hashable {
    public var name: String
    public var detail: String?

    public init(_ name: String, detail: String? = nil) {
        self.name = name
        self.detail = detail
    }

    func write(y: Double, into buffer: inout ByteBuffer) {
        buffer.append("<text class=\"title\" y=\"")
        buffer.append(pixels: y)
        buffer.append("\">")
        buffer.append(escaped: name)
        if let detail {
            buffer.append("<tspan class=\"o\">, ")
            buffer.append(escaped: detail)
            buffer.append("</tspan>")
        }
        buffer.append("</text>")
    }
}
