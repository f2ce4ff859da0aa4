/// A block that is still open while lines are read.
struct OpenBlock {
    enum Kind {
        case document
        case blockQuote
        case list(ListMarker)
        /// `contentIndent`: columns that a line needs to go on in this item.
        case item(contentIndent: Int)
        case paragraph
        case fencedCode(mark: UInt8, length: Int, indent: Int)
        case indentedCode
        /// `condition`: which of the specification's seven ways ends it.
        case html(condition: Int)
        /// `index`: which table of the source this is.
        case table(index: Int)
    }

    var kind: Kind
    var childCount = 0

    var isParagraph: Bool { if case .paragraph = kind { true } else { false } }
    var isList: Bool { if case .list = kind { true } else { false } }
    var isItem: Bool { if case .item = kind { true } else { false } }

    /// Whether lines of this block are never looked at for other blocks.
    var isVerbatim: Bool {
        switch kind {
        case .fencedCode, .indentedCode, .html: true
        default: false
        }
    }

    func canContain(_ child: Kind) -> Bool {
        switch kind {
        case .document, .blockQuote, .item:
            if case .item = child { false } else { true }
        case .list:
            if case .item = child { true } else { false }
        default:
            false
        }
    }
}
