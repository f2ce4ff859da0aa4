import Bytes

/// The numbers of changes over a panel: each in a ring over its rule, moved up where rings or the title would touch.
struct HistoryRings {
    struct Place: Hashable {
        let change: HistoryChange
        /// Where the rule stands, as a share of the width.
        let x: Double
        /// How many rows up the ring stands; `nil` where there is no room for it, and the rule stands alone.
        let level: Int?
    }

    private static let radius = 9.0
    private static let pitch = 20.0
    private static let levels = 3
    /// Rings stand side by side if they are clear of each other on phones of the usual width; on the narrowest they may touch.
    private static let phone = 328.0
    private static let leastDistance = 18.5

    let places: [Place]
    /// How far the panel's title must move up to clear the rings.
    let titleRise: Double
    /// How much more room than its title the panel needs above it.
    let extraHeight: Double

    /// - Parameter margins: of the box, from which the narrowest widths follow.
    init(_ changes: [HistoryChange], order: OrdinalScale, title: PanelTitle, margins: BoxMargins) {
        let narrow = margins.plotWidth(in: Self.phone)
        let wide = margins.plotWidth(in: ChartWidth.medium)
        var taken: [[Double]] = Array(repeating: [], count: Self.levels)
        places = changes.sorted { ($0.position, $0.number) < ($1.position, $1.number) }.map { change in
            let x = order.edge(before: min(max(change.position, 0), order.count))
            let level = taken.indices.first { taken[$0].allSatisfy { abs($0 - x) * narrow >= Self.leastDistance } }
            if let level { taken[level].append(x) }
            return Place(change: change, x: x, level: level)
        }
        // Titles are set in a heavier weight than the widths are made for.
        let shortTitle = TextWidth.of(title.name) * 1.1 + Self.radius + 8
        let fullTitle = shortTitle + (title.detail.map { TextWidth.of(", " + $0) * 1.1 } ?? 0)
        let touchesTitle = places.contains { $0.x * narrow < shortTitle || $0.x * wide < fullTitle }
        let rows = (places.compactMap(\.level).max() ?? -1) + 1
        titleRise = touchesTitle ? Double(rows) * Self.pitch : 0
        extraHeight = max(titleRise, Double(max(rows - 1, 0)) * Self.pitch)
    }

    /// Writes the rules and the rings; the origin is the panel's top left.
    func write(height: Double, into buffer: inout ByteBuffer) {
        guard !places.isEmpty else { return }
        buffer.openGroup("change mid")
        for place in places {
            let y = -15 - Double(place.level ?? 0) * Self.pitch
            buffer.appendRule(x: place.x, from: place.level == nil ? 0 : y + Self.radius, to: height, classes: "dash")
        }
        // Rings lie over all the rules, because a rule may pass behind the ring of a neighbour.
        for place in places {
            guard let level = place.level else { continue }
            write(place, y: -15 - Double(level) * Self.pitch, into: &buffer)
        }
        buffer.closeGroup()
    }

    private func write(_ place: Place, y: Double, into buffer: inout ByteBuffer) {
        if let href = place.change.href {
            buffer.append("<a tabindex=\"-1\"")
            buffer.append(attribute: "href", href)
            buffer.append(attribute: "aria-label", place.change.label)
            buffer.append(">")
        } else {
            buffer.append("<g>")
        }
        buffer.append("<title>")
        buffer.append(escaped: place.change.label)
        buffer.append("</title>")
        buffer.append("<circle cx=\"")
        buffer.append(percent: place.x)
        buffer.append("\" cy=\"")
        buffer.append(pixels: y)
        buffer.append("\" r=\"")
        buffer.append(pixels: Self.radius)
        buffer.append("\"/>")
        buffer.appendLabel("\(place.change.number)", x: place.x, y: y + 4)
        buffer.append(place.change.href == nil ? "</g>" : "</a>")
    }
}
