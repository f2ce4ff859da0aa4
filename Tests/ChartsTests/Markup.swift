import Bytes
import Charts

/// The figure that a chart writes.
func markup(_ chart: some Chart) -> String {
    var buffer = ByteBuffer()
    chart.write(into: &buffer)
    return buffer.string
}

extension String {
    func count(of part: String) -> Int {
        components(of: part) - 1
    }

    private func components(of part: String) -> Int {
        var count = 1
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }

    /// The values of an attribute, in the order of the elements.
    func attributes(_ name: String, of element: String) -> [String] {
        split(separator: "<").filter { $0.hasPrefix(element + " ") }.compactMap { tag in
            tag.firstRange(of: " \(name)=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
        }
    }

    /// What `<text>` elements say, in order.
    var texts: [String] {
        split(separator: "<").filter { $0.hasPrefix("text") && $0.contains(">") }.compactMap { tag in
            tag.firstIndex(of: ">").map { String(tag[tag.index(after: $0)...]) }
        }
    }
}
