import Bytes
import RunStatistics

/// What can be said of a figure, as a shape and a word: never by colour alone.
enum Verdict: String, Sendable, CaseIterable {
    case regression, improvement
    case noChange = "no-change"
    case notEnoughData = "not-enough-data"
    case added, removed, failed
    case notComparable = "not-comparable"
    case acknowledged
    /// The tool that measured it rejects the result.
    case invalid
    /// Somebody took the result out of judging.
    case excluded

    init(_ word: VerdictWord) {
        self = Verdict(rawValue: word.rawValue.replacing("_", with: "-")) ?? .notComparable
    }

    var word: String { rawValue.replacing("-", with: " ") }

    /// Writes the shape and the words; the shape is hidden from screen readers, since the words say the same.
    func write(_ words: String, into output: inout ByteBuffer) {
        output.append("<span class=\"v ")
        output.append(text: self == .invalid ? Verdict.failed.rawValue : rawValue)
        output.append("\"><svg width=\"12\" height=\"12\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">")
        output.append(shape)
        output.append("</svg>")
        output.append(escaped: words)
        output.append("</span>")
    }

    private var shape: StaticString {
        switch self {
        case .regression: "<path fill=\"currentColor\" d=\"M6 .7 11.3 6 6 11.3.7 6z\"/>"
        case .improvement: "<circle cx=\"6\" cy=\"6\" r=\"4.6\" fill=\"currentColor\"/>"
        case .noChange: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" d=\"M1.5 4.25h9m-9 3.5h9\"/>"
        case .notEnoughData:
            "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" stroke-dasharray=\"2 1.534\"/>"
        case .added: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" d=\"M6 1.5v9M1.5 6h9\"/>"
        case .removed: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" d=\"M1.5 6h9\"/>"
        case .failed: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" d=\"m2 2 8 8m0-8-8 8\"/>"
        case .notComparable: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" d=\"M1.5 4.25h9m-9 3.5h9M8.5 1l-5 10\"/>"
        case .acknowledged: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" d=\"M2 11.5V1.6h8.2L8.4 4.3l1.8 2.7H2\"/>"
        case .invalid: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" d=\"M6 1.2a4.8 4.8 0 1 0 .01 0zM2.6 9.4l6.8-6.8\"/>"
        case .excluded: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" d=\"M6 3a3 3 0 1 0 .01 0zM1 11 11 1\"/>"
        }
    }
}
