/// The outlines of marks, drawn round the origin.
enum MarkShape: Sendable, Hashable, CaseIterable {
    case circle, square, diamond, triangle, fallingTriangle, plus, hexagon, star
    case largeDiamond, smallTriangle, cross, verdictDiamond, flag, leftArrow, rightArrow, struckCircle

    /// Path data in pixels; a circle has none, because it is an element of its own.
    var path: StaticString {
        switch self {
        case .circle: ""
        case .square: "M-2.7-2.7h5.4v5.4h-5.4z"
        case .diamond: "M0-3.9 3.9 0 0 3.9-3.9 0z"
        case .triangle: "M0-3.7 3.7 2.7h-7.4z"
        case .fallingTriangle: "M0 3.7 3.7-2.7h-7.4z"
        case .plus: "M-1.2-3.6h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4v-2.4h2.4z"
        case .hexagon: "M0-4.1 3.5-2v4L0 4.1-3.5 2v-4z"
        case .star: "M0-4.4 1.1-1.5 4.2-1.4 1.8.6 2.6 3.6 0 1.9-2.6 3.6-1.8.6-4.2-1.4-1.1-1.5z"
        case .largeDiamond: "M0-4.5 4.5 0 0 4.5-4.5 0z"
        case .smallTriangle: "M0-2.2 2.2 1.8h-4.4z"
        case .verdictDiamond: "M0-5 5 0 0 5-5 0z"
        case .flag: "M0 0v-12h7l-2 3 2 3h-7"
        case .leftArrow: "M0 0 6-3.5v7z"
        case .rightArrow: "M0 0-6-3.5v7z"
        case .struckCircle: "M-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M-5 5 5-5"
        case .cross: "M-4-4 4 4M4-4-4 4"
        }
    }
}
